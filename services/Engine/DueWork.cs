using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// Takes work whose time has come into one worker's hands. On PostgreSQL the row stays locked until the work is committed: other workers skip it, and a worker
/// that dies lets go of it at once. A SQLite file belongs to one process: advancing needs no lock there, because the version of the
/// stream guards it, and sending goes one at a time.
/// </summary>
internal static class DueWork
{
    // Enough that the disk no longer counts; whoever records a fact on one of them waits for all.
    private const int MostInspections = 20;

    private static readonly CompiledQuery<Instant, Guid> Inspections = new((context, now) =>
        context.Inspections.TagWith(RowLocks.SkipLocked).Where(InspectionRow.IsDue(now))
            .OrderBy(row => row.WakeAt).Select(row => row.Id).Take(MostInspections));

    private static readonly CompiledQuery<Instant, OutboxNotice> FirstNotice = new((context, now) =>
        context.Notices.TagWith(RowLocks.SkipLocked).AsNoTracking().Where(OutboxNotice.IsDue(now))
            .OrderBy(row => row.NextAttempt).ThenBy(row => row.RaisedSeq).Take(1));

    /// <summary>The inspections whose time came first, as many as are taken forward together.</summary>
    public static Task<Claim<List<Guid>>> ClaimInspectionsAsync(StoreContext context, Instant now, CancellationToken cancellation) =>
        LockAsync(context, async () => await Inspections.ListAsync(context, now, cancellation), cancellation);

    /// <summary>The notice whose time came first.</summary>
    public static Task<Claim<OutboxNotice?>> ClaimNoticeAsync(StoreDatabase database, StoreContext context, Instant now, CancellationToken cancellation) =>
        ClaimNoticeAsync(database, context, async () => (await FirstNotice.ListAsync(context, now, cancellation)).FirstOrDefault(), cancellation);

    /// <summary>One notice, if it is due.</summary>
    public static Task<Claim<OutboxNotice?>> ClaimNoticeAsync(
        StoreDatabase database, StoreContext context, Guid inspection, string key, Instant now, CancellationToken cancellation)
    {
        var notice = context.Notices.TagWith(RowLocks.SkipLocked).AsNoTracking().Where(OutboxNotice.IsDue(now));
        return ClaimNoticeAsync(
            database, context, () => notice.FirstOrDefaultAsync(row => row.Inspection == inspection && row.Key == key, cancellation), cancellation);
    }

    /// <summary>A notice for somebody who changes it, whoever has it in hand: waits for a worker that is sending it.</summary>
    public static Task<Claim<OutboxNotice?>> HoldNoticeAsync(StoreContext context, Guid inspection, string key, CancellationToken cancellation)
    {
        // Before the inspection's own row, as the outbox does.
        var notice = context.Notices.TagWith(RowLocks.ForUpdate);
        return LockAsync(context, () => notice.SingleOrDefaultAsync(row => row.Inspection == inspection && row.Key == key, cancellation), cancellation);
    }

    private static async Task<Claim<OutboxNotice?>> ClaimNoticeAsync(
        StoreDatabase database, StoreContext context, Func<Task<OutboxNotice?>> find, CancellationToken cancellation) =>
        await LockAsync(context, find, cancellation, context.Database.IsNpgsql() ? null : await database.LockWriterAsync(cancellation));

    private static async Task<Claim<T>> LockAsync<T>(
        StoreContext context, Func<Task<T>> find, CancellationToken cancellation, IDisposable? writer = null)
    {
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = context.Database.IsNpgsql() ? await context.Database.BeginTransactionAsync(cancellation) : null;
            return new Claim<T>(await find(), transaction, writer);
        }
        catch
        {
            writer?.Dispose();
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }
}

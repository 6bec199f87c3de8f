using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// Finds work whose time has come. On PostgreSQL the row stays locked until the work is committed: other workers skip it, and a worker
/// that dies lets go of it at once. A SQLite file belongs to one process: advancing needs no lock there, because the version of the
/// stream guards it, and sending goes one at a time.
/// </summary>
internal static class DueWork
{
    // Enough that the disk no longer counts; whoever records a fact on one of them waits for all.
    private const int MostInspections = 20;

    private static readonly CompiledQuery<Instant, Guid> Due = new((context, now) =>
        context.Inspections.Where(row => row.WakeAt <= now).OrderBy(row => row.WakeAt).Select(row => row.Id).Take(MostInspections));

    private static readonly CompiledQuery<Instant, OutboxNotice> DueNotice = new((context, now) =>
        context.Notices.AsNoTracking().Where(row => row.NextAttempt <= now).OrderBy(row => row.NextAttempt).ThenBy(row => row.RaisedSeq).Take(1));

    /// <summary>The inspections whose time came first, as many as are taken forward together.</summary>
    public static async Task<Claim<List<Guid>>> ClaimInspectionsAsync(StoreContext context, Instant now, CancellationToken cancellation)
    {
        if (!context.Database.IsNpgsql())
        {
            return new Claim<List<Guid>>(await Due.ListAsync(context, now, cancellation));
        }

        var locked = context.Inspections.FromSql(
            $"SELECT * FROM inspections WHERE wake_at <= {now.ToUnixTimeTicks()} ORDER BY wake_at LIMIT {MostInspections} FOR UPDATE SKIP LOCKED");
        return await LockAsync(context, () => locked.Select(row => row.Id).ToListAsync(cancellation), cancellation);
    }

    /// <summary>The notices of one inspection that are due.</summary>
    public static IQueryable<OutboxNotice> NoticesOf(StoreContext context, Guid inspection, Instant now) =>
        context.Notices.AsNoTracking().Where(row => row.Inspection == inspection && row.NextAttempt <= now);

    public static Task<Claim<OutboxNotice?>> ClaimNoticeAsync(StoreDatabase database, StoreContext context, Instant now, CancellationToken cancellation) =>
        ClaimNoticeAsync(
            database,
            context,
            async () => (await DueNotice.ListAsync(context, now, cancellation)).FirstOrDefault(),
            context.Notices.FromSql(
                $"SELECT * FROM notices WHERE next_attempt <= {now.ToUnixTimeTicks()} ORDER BY next_attempt, raised_seq LIMIT 1 FOR UPDATE SKIP LOCKED"),
            cancellation);

    public static Task<Claim<OutboxNotice?>> ClaimNoticeAsync(
        StoreDatabase database, StoreContext context, Guid inspection, string key, Instant now, CancellationToken cancellation) =>
        ClaimNoticeAsync(
            database,
            context,
            () => NoticesOf(context, inspection, now).FirstOrDefaultAsync(row => row.Key == key, cancellation),
            context.Notices.FromSql(
                $"SELECT * FROM notices WHERE inspection = {inspection} AND key = {key} AND next_attempt <= {now.ToUnixTimeTicks()} FOR UPDATE SKIP LOCKED"),
            cancellation);

    /// <summary>A notice for somebody who changes it, whoever has it in hand: waits for a worker that is sending it.</summary>
    public static async Task<Claim<OutboxNotice?>> HoldNoticeAsync(StoreContext context, Guid inspection, string key, CancellationToken cancellation)
    {
        if (!context.Database.IsNpgsql())
        {
            return new Claim<OutboxNotice?>(await context.Notices.SingleOrDefaultAsync(row => row.Inspection == inspection && row.Key == key, cancellation));
        }

        // Before the inspection's own row, as the outbox does.
        var held = context.Notices.FromSql($"SELECT * FROM notices WHERE inspection = {inspection} AND key = {key} FOR UPDATE");
        return await LockAsync(context, () => held.SingleOrDefaultAsync(cancellation), cancellation);
    }

    private static async Task<Claim<OutboxNotice?>> ClaimNoticeAsync(
        StoreDatabase database, StoreContext context, Func<Task<OutboxNotice?>> find, IQueryable<OutboxNotice> locked, CancellationToken cancellation)
    {
        if (context.Database.IsNpgsql())
        {
            return await LockAsync(context, () => locked.AsNoTracking().FirstOrDefaultAsync(cancellation), cancellation);
        }

        var writer = await database.LockWriterAsync(cancellation);
        try
        {
            return new Claim<OutboxNotice?>(await find(), writer: writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static async Task<Claim<T>> LockAsync<T>(StoreContext context, Func<Task<T>> find, CancellationToken cancellation)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellation);
        try
        {
            return new Claim<T>(await find(), transaction);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}

/// <summary>Work in hand, and what keeps it there: a transaction, or the lock of whoever writes.</summary>
internal sealed class Claim<T>(T found, IDbContextTransaction? transaction = null, IDisposable? writer = null) : IAsyncDisposable
{
    public T Found => found;

    public Task CommitAsync(CancellationToken cancellation) => transaction?.CommitAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        writer?.Dispose();
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
    }
}

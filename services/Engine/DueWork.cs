using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// Finds work whose time has come. On PostgreSQL the row stays locked until the work is committed, other workers skip it, and a worker
/// that dies lets go of it at once. SQLite has one worker a process, so it needs no lock; the version of the stream guards the rest.
/// </summary>
internal static class DueWork
{
    public static async Task<Claim<Guid?>> ClaimInspectionAsync(StoreContext context, Instant now, CancellationToken cancellation)
    {
        var ticks = now.ToUnixTimeTicks();
        return await ClaimAsync(
            context,
            locked => locked
                ? context.Inspections.FromSql($"SELECT * FROM inspections WHERE wake_at <= {ticks} ORDER BY wake_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                    .AsNoTracking().Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation)
                : context.Inspections.Where(row => row.WakeAt <= now).OrderBy(row => row.WakeAt).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellation),
            cancellation);
    }

    private static async Task<Claim<T>> ClaimAsync<T>(StoreContext context, Func<bool, Task<T>> find, CancellationToken cancellation)
    {
        var locks = context.Database.IsNpgsql();
        var transaction = locks ? await context.Database.BeginTransactionAsync(cancellation) : null;
        try
        {
            return new Claim<T>(await find(locks), transaction);
        }
        catch
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }
}

/// <summary>Work in hand, and the transaction that keeps it there.</summary>
internal sealed class Claim<T>(T found, IDbContextTransaction? transaction) : IAsyncDisposable
{
    public T Found => found;

    public Task CommitAsync(CancellationToken cancellation) => transaction?.CommitAsync(cancellation) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => transaction?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>Looks whether an engine does its work, whichever it is, and tells the alerts.</summary>
public sealed class EngineWatch(StoreDatabase database, EngineWork work, EngineMetrics metrics)
{
    private static readonly Duration OverdueAfter = Duration.FromMinutes(15);

    /// <summary>How things stand now.</summary>
    public async Task<EngineHealth> LookAsync(Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var read = await LastReadAsync(context, cancellation);
        var health = new EngineHealth(await work.DueAsync(now - OverdueAfter, cancellation), Duration.Max(now - read, Duration.Zero));
        metrics.Looked(health);
        return health;
    }

    // While an alarm stands, every refresh since it was raised has failed.
    private static async Task<Instant> LastReadAsync(StoreContext context, CancellationToken cancellation)
    {
        var alarm = await context.CalendarAlarms.Where(row => row.ClearedAt == null).MinAsync(row => (Instant?)row.RaisedAt, cancellation);
        var read = await context.CalendarRefreshes.Where(row => alarm == null || row.At < alarm).MaxAsync(row => (Instant?)row.At, cancellation);
        return read ?? await context.CalendarSnapshots.MaxAsync(row => row.AdoptedAt, cancellation);
    }
}

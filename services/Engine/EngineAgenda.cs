using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>When the engine has anything to do next.</summary>
public sealed class EngineAgenda(StoreDatabase database)
{
    /// <summary>The earliest moment at which an inspection wakes or a notice is due; it may have passed. Null when nothing is.</summary>
    public async Task<Instant?> NextAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var wake = await context.Inspections.Where(row => row.WakeAt != null).OrderBy(row => row.WakeAt).Select(row => row.WakeAt).FirstOrDefaultAsync(cancellation);
        var send = await context.Notices.Where(row => row.NextAttempt != null).OrderBy(row => row.NextAttempt).Select(row => row.NextAttempt).FirstOrDefaultAsync(cancellation);
        return wake is null || send < wake ? send : wake;
    }
}

using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>The engine in the host itself: what it knows is the summary's own columns.</summary>
internal sealed class EmbeddedInspections(StoreDatabase database, Editions editions, EngineWork work, DueWorkRunner runner, IClock clock) : IInspectionEngine
{
    public async Task<bool> SettleAsync(CancellationToken cancellation)
    {
        await runner.RunAsync(clock.GetCurrentInstant(), cancellation);
        return true;
    }

    public async Task<EngineView> StateOfAsync(Guid inspection, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var row = await context.Inspections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == inspection, cancellation);
        if (row is null)
        {
            return new EngineView(EngineStanding.Missing);
        }

        var now = clock.GetCurrentInstant();
        var standing = row.LastError is not null ? EngineStanding.Failed
            : await work.IsDueAsync(inspection, now, cancellation) ? EngineStanding.Working
            : row.Ended && row.WakeAt is null ? EngineStanding.Ended
            : EngineStanding.Waiting;
        return new EngineView(standing, CustomStatus.Of(row, editions), row.LastError)
        {
            NextWake = row.WakeAt,
            LastAdvanced = row.LastAdvanced,
        };
    }
}

using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Makes the list of inspections anew from their events.</summary>
public sealed class SummaryRebuild(StoreDatabase database, EventStream stream, IClock clock, ChangeSignal signal)
{
    /// <summary>Rebuilds every row. The engine then looks at every inspection once, and so finds their next wakes itself.</summary>
    /// <returns>How many inspections there are.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var inspections = await context.Events.Select(row => row.Inspection).Distinct().ToListAsync(cancellation);
        await context.Inspections.Where(row => !inspections.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var inspection in inspections)
        {
            await VersionConflict.RetryAsync(() => RebuildAsync(context, inspection, cancellation));
        }

        signal.Raise();
        return inspections.Count;
    }

    private async Task<bool> RebuildAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        var head = await context.Inspections.Where(row => row.Id == inspection).Select(row => (int?)row.HeadSeq).SingleOrDefaultAsync(cancellation);
        var rows = await context.Events.AsNoTracking().Where(row => row.Inspection == inspection).OrderBy(row => row.Seq).ToListAsync(cancellation);
        var summary = InspectionSummary.Of(await stream.FoldAsync(context, inspection, rows, cancellation));
        summary.WakeAt = clock.GetCurrentInstant();
        if (head is null)
        {
            context.Inspections.Add(summary);
        }
        else
        {
            context.Inspections.Update(summary).Property(row => row.HeadSeq).OriginalValue = head.Value;
        }

        await EventStream.SaveAsync(context, inspection, cancellation);
        return true;
    }
}

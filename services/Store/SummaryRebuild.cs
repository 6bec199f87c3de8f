using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Store.Figures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>What a rebuild came to.</summary>
/// <param name="Inspections">How many inspections the list was made anew for; 0 where it was not.</param>
/// <param name="Lost">What the list knew of and the events do not hold: for each such inspection the first event that is missing.</param>
public sealed record Rebuilt(int Inspections, IReadOnlyList<BrokenChain> Lost);

/// <summary>Makes the list of inspections anew from their events.</summary>
public sealed class SummaryRebuild(StoreDatabase database, EventStream stream, IClock clock, ChangeSignal signal)
{
    /// <summary>Rebuilds every row. The engine then looks at every inspection once, and so finds their next wakes itself.</summary>
    /// <param name="evenIfLost">
    /// Go on although the list knows more than the events hold. It is then the only evidence that events were removed, and gone after this.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many inspections there are, and what the list knew of that the events do not hold; nothing was changed where that kept it from
    /// rebuilding.</returns>
    public async Task<Rebuilt> RebuildAsync(bool evenIfLost = false, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var lost = await LostAsync(context, cancellation);
        if (lost.Count > 0 && !evenIfLost)
        {
            return new Rebuilt(0, lost);
        }

        var inspections = await context.Events.Select(row => row.Inspection).Distinct().ToListAsync(cancellation);
        await context.Inspections.Where(row => !inspections.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        await context.Figures.Where(row => !inspections.Contains(row.Inspection)).ExecuteDeleteAsync(cancellation);
        foreach (var inspection in inspections)
        {
            await VersionConflict.RetryAsync(() => RebuildAsync(context, inspection, cancellation));
        }

        signal.Raise();
        return new Rebuilt(inspections.Count, lost);
    }

    /// <summary>The inspections of which the list knows more events than there are.</summary>
    private static async Task<IReadOnlyList<BrokenChain>> LostAsync(StoreContext context, CancellationToken cancellation)
    {
        var heads = await context.Inspections.AsNoTracking().Select(row => new { row.Id, row.HeadSeq }).ToListAsync(cancellation);
        var last = await context.Events.GroupBy(row => row.Inspection)
            .Select(rows => new { rows.Key, Seq = rows.Max(row => row.Seq) })
            .ToDictionaryAsync(one => one.Key, one => one.Seq, cancellation);
        return
        [
            .. from head in heads
            let seq = last.GetValueOrDefault(head.Id)
            where head.HeadSeq > seq
            orderby head.Id
            select new BrokenChain(
                head.Id,
                seq + 1,
                seq == 0 ? "All its events are missing." : $"It is missing: {head.HeadSeq} events were recorded, the last {head.HeadSeq - seq} are gone."),
        ];
    }

    private async Task<bool> RebuildAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        var head = await context.Inspections.Where(row => row.Id == inspection).Select(row => (int?)row.HeadSeq).SingleOrDefaultAsync(cancellation);
        var rows = await context.Events.AsNoTracking().Where(row => row.Inspection == inspection).OrderBy(row => row.Seq).ToListAsync(cancellation);
        var loaded = await stream.FoldAsync(context, inspection, rows, cancellation);
        var summary = InspectionSummary.Of(loaded);
        var hasFigures = await context.Figures.AnyAsync(row => row.Inspection == inspection, cancellation);
        context.Entry(FiguresRow.Of(loaded)).State = hasFigures ? EntityState.Modified : EntityState.Added;
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

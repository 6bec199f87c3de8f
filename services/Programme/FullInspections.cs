using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>A full inspection that demands a monitoring inspection (¶ 157).</summary>
/// <param name="Published">When its report was published.</param>
/// <param name="Inspection">The inspection, where AreaSend holds it.</param>
/// <param name="PriorityAreas">The areas for priority action; none where its record does not name them.</param>
public sealed record DemandedMonitoring(LocalDate Published, Guid? Inspection, IReadOnlyList<string> PriorityAreas);

/// <summary>The full inspections of an area: those that AreaSend holds, those that were brought in from files, and those of the published record.</summary>
public sealed class FullInspections(StoreDatabase database, EventStream stream, ProgrammeBook book)
{
    /// <summary>The last full inspection of an area, where its outcome demands a monitoring inspection; null where it does not, or there is none.</summary>
    public async Task<DemandedMonitoring?> DemandingMonitoringAsync(string area, CancellationToken cancellation = default)
    {
        var published = ShippedHistory.Load().Single(record => record.Area == area).Full
            .Select(full => (full.Published, full.Outcome, Demanded: new DemandedMonitoring(full.Published, null, [])));
        var held = (await HeldAsync(area, cancellation)).Select(full =>
            (
                full.Published,
                Outcome: (int?)full.Case.Outcome!.Number,
                Demanded: new DemandedMonitoring(full.Published, full.Id, Core.Inspections.Outcome.PriorityAreasOf(full.Case.Outcome))));
        var recorded = (await book.EntriesAsync(area, cancellation))
            .Where(entry => entry.Kind == ActivityKind.Full)
            .Select(entry =>
                (
                    Published: entry.Published!.Value,
                    Outcome: entry.Result is [var digit] ? digit - '0' : (int?)null,
                    Demanded: new DemandedMonitoring(entry.Published.Value, null, [])));

        // Of one report the better source comes last, and the order stays among those that are as late.
        var last = published.Concat(recorded).Concat(held).OrderBy(full => full.Published).LastOrDefault();
        return last.Outcome == 3 ? last.Demanded : null;
    }

    private async Task<IReadOnlyList<(Guid Id, InspectionCase Case, LocalDate Published)>> HeldAsync(string area, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var ids = await context.Inspections.Where(row => row.Area == area && row.Kind == InspectionKind.Full).Select(row => row.Id).ToListAsync(cancellation);
        var held = new List<(Guid, InspectionCase, LocalDate)>();
        foreach (var id in ids)
        {
            if (
                await stream.FindAsync(context, id, cancellation) is { Case: { IsOpen: true, Outcome: not null } @case } loaded
                && loaded.Plan.Marking(Anchor.Published)?.Met is { } met)
            {
                held.Add((id, @case, LondonTime.DateOf(met.At)));
            }
        }

        return held;
    }
}

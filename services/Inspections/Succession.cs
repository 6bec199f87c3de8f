using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>What stands before and after an inspection where a deferral was granted (¶ 84).</summary>
/// <param name="Before">The deferred inspection in whose place it is; null where there is none.</param>
/// <param name="After">Of a deferred inspection: the one in its place; null while none is planned.</param>
public sealed record Succession(InspectionRow? Before, InspectionRow? After);

/// <summary>
/// Which inspection is in the place of a deferred one: the first of the same area and kind that was planned once the deferral had been asked for, and was not
/// withdrawn. It follows from the events; nobody has to say it.
/// </summary>
public sealed class Successions(StoreDatabase database, InspectionStore inspections)
{
    private static readonly string Asked = InspectionEvent.KindOf(typeof(DeferralAsked));
    private static readonly string Decided = InspectionEvent.KindOf(typeof(DeferralDecided));

    /// <summary>What stands before and after an inspection.</summary>
    public async Task<Succession> OfAsync(InspectionRow row, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var family = await context.Inspections.AsNoTracking()
            .Where(other => other.Area == row.Area && other.Kind == row.Kind)
            .ToListAsync(cancellation);
        family = [.. family.OrderBy(other => other.PlannedAt).ThenBy(other => other.Id)];
        InspectionRow? before = null;
        foreach (var deferred in family.Where(other => other.Phase == InspectionPhase.Deferred && other.Id != row.Id && other.PlannedAt < row.PlannedAt))
        {
            before = (await AfterAsync(deferred, family, cancellation))?.Id == row.Id ? deferred : before;
        }

        return new(before, row.Phase == InspectionPhase.Deferred ? await AfterAsync(row, family, cancellation) : null);
    }

    /// <summary>After how long a deferred inspection in whose place nothing is planned stands on the worklist. Product rule.</summary>
    public static Period UntilReminder { get; } = Period.FromWeeks(4);

    /// <summary>The deferred inspections in whose place nothing is planned, each with when its deferral was granted.</summary>
    public async Task<IReadOnlyList<(InspectionRow Row, Instant Granted)>> WithoutAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var deferred = await context.Inspections.AsNoTracking().Where(row => row.Phase == InspectionPhase.Deferred).ToListAsync(cancellation);
        if (deferred.Count == 0)
        {
            return [];
        }

        var (ids, areas) = (deferred.Select(row => row.Id).ToList(), deferred.Select(row => row.Area).Distinct().ToList());
        var events = await context.Events.AsNoTracking()
            .Where(row => ids.Contains(row.Inspection) && (row.Kind == Asked || row.Kind == Decided))
            .Select(row => new { row.Inspection, row.Kind, row.RecordedAt })
            .ToListAsync(cancellation);
        var last = events.GroupBy(row => (row.Inspection, row.Kind)).ToDictionary(group => group.Key, group => group.Max(row => row.RecordedAt));
        var others = await context.Inspections.AsNoTracking()
            .Where(row => areas.Contains(row.Area) && row.Phase != InspectionPhase.Withdrawn)
            .ToListAsync(cancellation);
        return
        [
            .. from row in deferred
               where last.ContainsKey((row.Id, Asked)) && last.ContainsKey((row.Id, Decided))
               let asked = last[(row.Id, Asked)]
               where !others.Exists(other => other.Id != row.Id && (other.Area, other.Kind) == (row.Area, row.Kind) && other.PlannedAt >= asked)
               select (row, last[(row.Id, Decided)]),
        ];
    }

    private async Task<InspectionRow?> AfterAsync(InspectionRow deferred, IEnumerable<InspectionRow> family, CancellationToken cancellation)
    {
        var events = (await inspections.FindAsync(deferred.Id, cancellation))?.Case.Recorded ?? [];
        return events.LastOrDefault(recorded => recorded.Event is DeferralAsked) is { } asked
            ? family.FirstOrDefault(other => other.Id != deferred.Id && other.PlannedAt >= asked.RecordedAt && other.Phase != InspectionPhase.Withdrawn)
            : null;
    }
}

using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
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
public sealed class Successions(StoreDatabase database, EventStream stream)
{
    private readonly FromFigures<OfFamily> _all = new(database, stream, OfFamily.Of);

    /// <summary>After how long a deferred inspection in whose place nothing is planned stands on the worklist. Product rule.</summary>
    public static Period UntilReminder { get; } = Period.FromWeeks(4);

    /// <summary>What stands before and after an inspection.</summary>
    public async Task<Succession> OfAsync(InspectionRow row, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var family = await context.Inspections.AsNoTracking()
            .Where(other => other.Area == row.Area && other.Kind == row.Kind)
            .Join(context.Figures.AsNoTracking(), other => other.Id, figures => figures.Inspection, (other, figures) => new { Row = other, Figures = figures })
            .ToListAsync(cancellation);
        IReadOnlyList<OfFamily> planned =
        [
            .. family.Select(pair => OfFamily.Of(pair.Row, pair.Figures))
                .OrderBy(one => one.Row.PlannedAt).ThenBy(one => one.Row.Id),
        ];
        return new(
            planned.LastOrDefault(deferred => After(deferred, planned)?.Id == row.Id)?.Row,
            planned.FirstOrDefault(one => one.Row.Id == row.Id) is { } itself ? After(itself, planned) : null);
    }

    /// <summary>The deferred inspections in whose place nothing is planned, each with when its deferral was granted.</summary>
    /// <param name="before">Only those whose deferral was granted before this moment.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(InspectionRow Row, Instant Granted)>> WithoutAsync(Instant before, CancellationToken cancellation = default)
    {
        var all = (await _all.ReadAsync(cancellation)).Made;
        List<OfFamily> deferred = [.. all.Where(one => one.Deferral?.Granted < before)];
        if (deferred.Count == 0)
        {
            return [];
        }

        var families = all.ToLookup(one => (one.Row.Area, one.Row.Kind));
        return [.. deferred.Where(one => After(one, families[(one.Row.Area, one.Row.Kind)]) is null).Select(one => (one.Row, one.Deferral!.Granted))];
    }

    private static InspectionRow? After(OfFamily deferred, IEnumerable<OfFamily> family) => deferred.Deferral is not { } deferral ? null : family
        .Select(other => other.Row)
        .Where(other => other.Id != deferred.Row.Id && other.PlannedAt >= deferral.Asked && other.Phase != InspectionPhase.Withdrawn)
        .MinBy(other => (other.PlannedAt, other.Id));

    /// <summary>An inspection, and its deferral where it ended by one.</summary>
    private sealed record OfFamily(InspectionRow Row, DeferralFigure? Deferral)
    {
        public static OfFamily Of(InspectionRow row, FiguresRow figures) =>
            new(row, row.Phase == InspectionPhase.Deferred && figures.IsOf(row) ? InspectionFigures.Read(figures.Figures).Deferral : null);
    }
}

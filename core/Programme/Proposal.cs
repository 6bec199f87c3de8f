using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>A week for an inspection.</summary>
/// <param name="Due">What is to be done, and by when.</param>
/// <param name="OnSiteStarts">The Monday of the week.</param>
/// <param name="LateBecause">Why its due-by date could not be kept; null when it is kept.</param>
public sealed record ProposedInspection(InspectionDue Due, LocalDate OnSiteStarts, string? LateBecause);

/// <summary>An inspection for which the span has no week.</summary>
public sealed record UnplacedInspection(InspectionDue Due, string Because);

/// <summary>A programme for a span: as many due-by dates kept as the capacity allows, the others named with the reason.</summary>
/// <param name="Inspections">In order of their weeks.</param>
/// <param name="Unplaced">What found no week at all.</param>
public sealed record Proposal(IReadOnlyList<ProposedInspection> Inspections, IReadOnlyList<UnplacedInspection> Unplaced)
{
    /// <summary>
    /// Places what is due. No more due-by dates can be kept with the same capacity, and none that is kept is given up for one that cannot be; of those that
    /// cannot, the longest overdue comes first, each in the earliest week that it can have while all others keep one.
    /// </summary>
    /// <exception cref="OutsideCalendarException">The span leaves the years that the calendar knows.</exception>
    public static Proposal For(IEnumerable<InspectionDue> due, ProposalRequest request, WorkingDayCalendar calendar)
    {
        var making = new ProposalMaking(InOrderOfUrgency(due, request.Seed), request, calendar);
        making.Make();
        return new(
            [.. from placed in making.Placed
                orderby placed.OnSiteStarts, placed.Due.Area, placed.Due.Kind
                select placed],
            [.. making.Unplaced]);
    }

    private static List<InspectionDue> InOrderOfUrgency(IEnumerable<InspectionDue> due, int seed)
    {
        // Sorted first, so that the order in which areas were given decides nothing.
        var all = due.OrderBy(inspection => inspection.Area, StringComparer.Ordinal).ThenBy(inspection => inspection.Kind).ToArray();
        new Random(seed).Shuffle(all);
        return [.. all.OrderBy(inspection => inspection.DueBy)];
    }
}

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
    /// Places what is due. No more due-by dates can be kept with the same capacity: each inspection, most urgent first, takes a free week or
    /// makes others move to one, and what was kept stays kept.
    /// </summary>
    /// <exception cref="OutsideCalendarException">The span leaves the years that the calendar knows.</exception>
    public static Proposal For(IEnumerable<InspectionDue> due, ProposalRequest request, WorkingDayCalendar calendar)
    {
        var weeks = new WeekAllocation(request.Weeks(calendar), request);
        var ordered = InOrderOfUrgency(due, request.Seed);
        var missed = ordered.Where(inspection => !weeks.TryKeep(inspection)).ToList();
        var unplaced = new List<UnplacedInspection>();
        var late = new Dictionary<InspectionDue, string>();
        foreach (var inspection in missed)
        {
            if (weeks.TryPlaceLate(inspection))
            {
                late[inspection] = WhyLate(inspection, request);
            }
            else
            {
                var full = weeks.Placed.Where(placed => placed.Due.Area == inspection.Area && inspection.Kind == ProgrammedKind.Monitoring)
                    .Select(placed => (LocalDate?)placed.Monday)
                    .FirstOrDefault();
                unplaced.Add(
                    new(
                        inspection,
                        $"{WhyLate(inspection, request)} {(full is { } monday ? $"No week is free before its full inspection, which would be on site from {LondonTime.Show(monday)}." : "The span has no free week after it either.")}"));
            }
        }

        return new(
            [.. from placed in weeks.Placed
                orderby placed.Monday, placed.Due.Area, placed.Due.Kind
                select new ProposedInspection(placed.Due, placed.Monday, late.GetValueOrDefault(placed.Due))],
            unplaced);
    }

    private static List<InspectionDue> InOrderOfUrgency(IEnumerable<InspectionDue> due, int seed)
    {
        // Sorted first, so that the order in which areas were given decides nothing.
        var all = due.OrderBy(inspection => inspection.Area, StringComparer.Ordinal).ThenBy(inspection => inspection.Kind).ToArray();
        new Random(seed).Shuffle(all);
        return [.. all.OrderBy(inspection => inspection.DueBy)];
    }

    private static string WhyLate(InspectionDue inspection, ProposalRequest request) =>
        inspection.DueBy < request.From.PlusDays(4)
            ? $"It was due by {LondonTime.Show(inspection.DueBy)}, before a week of this span could end."
            : $"Every week that can be used until {LondonTime.Show(inspection.DueBy)} is full{(inspection.NotInWeeksOf is { Count: > 0 } ? ", or one in which the area cannot be inspected" : "")}.";
}

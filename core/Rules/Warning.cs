using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>What somebody should look at twice before they record something. It forbids nothing.</summary>
/// <param name="Sentence">What would come of it.</param>
/// <param name="IsStatutory">A right of the area, or an order that the handbook sets, is at stake: whoever records it says that they know.</param>
public sealed record Warning(string Sentence, bool IsStatutory)
{
    /// <summary>What recording these facts would do that is seldom meant.</summary>
    /// <param name="before">The case as it stands.</param>
    /// <param name="was">Its timetable.</param>
    /// <param name="after">The case with the facts.</param>
    /// <param name="plan">Its timetable with them.</param>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="now">The present moment.</param>
    public static IReadOnlyList<Warning> Of(
        InspectionCase before, Timetable was, InspectionCase after, Timetable plan, IReadOnlyList<Fact> facts, Instant now) =>
    [
        .. facts.SelectMany(fact => BeforeItsDay(before, was, fact)).Distinct(),
        .. BeforeWhatItFollows(before, was, after),
        .. facts.OfType<DeadlineOverridden>().SelectMany(set => BrokenOrder(was, plan).Concat(CutShort(set, plan)).Concat(Squeezed(set, plan))),
        .. PastDates(was, after, plan, now),
    ];

    private static IEnumerable<Warning> BeforeItsDay(InspectionCase before, Timetable was, Fact fact)
    {
        if (
            was.Marking(was.Type.PlannedFor) is { Met: null, DueDate: { } planned } appointment
            && appointment.Definition.MetBy == fact.GetType()
            && fact.On < planned)
        {
            yield return new Warning(
                $"“{appointment.Definition.Title}” is planned for {LondonTime.Show(planned)}, and would be recorded for {LondonTime.Show(fact.On)}. If its day has been moved, set that first.",
                IsStatutory: false);
        }

        if (fact is LanoNominated or ItemReceived or ChildrenSelected && before.Notification is { } notified && fact.HappenedAt < notified.HappenedAt)
        {
            yield return new Warning(
                $"{LondonTime.Show(fact.HappenedAt)} lies before the moment at which the leaders were notified, {LondonTime.Show(notified.HappenedAt)}.", IsStatutory: true);
        }
    }

    /// <summary>
    /// What would now be done before what comes first in the handbook's order, whichever of the two is recorded or corrected. A right of the area that has
    /// lapsed unused holds nothing up.
    /// </summary>
    private static IEnumerable<Warning> BeforeWhatItFollows(InspectionCase before, Timetable was, InspectionCase after)
    {
        foreach (var row in after.Type.Steps.Where(row => row.Follows is not null && row.StandsIn(after) && after.Met.ContainsKey(row.Key)))
        {
            var first = after.Type.Steps.First(other => other.Key == row.Follows);
            var (day, firstDay) = (DayOf(after, row.Key)!.Value, DayOf(after, first.Key));
            if ((day, firstDay) == (DayOf(before, row.Key), DayOf(before, first.Key)))
            {
                continue;
            }

            if (firstDay > day)
            {
                yield return new Warning(
                    $"“{row.Title}” on {LondonTime.Show(day)} would lie before “{first.Title}” on {LondonTime.Show(firstDay.Value)}, which comes first{Cited(first)}.",
                    first.IsRight);
            }
            else if (firstDay is null && was.Find(first.Key)?.DueDate is { } due && (day <= due || !first.IsRight))
            {
                yield return new Warning(
                    $"“{first.Title}” is not recorded, {(day <= due ? $"and may come until the end of {LondonTime.Show(due)}" : $"and was due by {LondonTime.Show(due)}")}{Cited(first)}. “{row.Title}” would come before it.",
                    first.IsRight);
            }
        }
    }

    private static LocalDate? DayOf(InspectionCase @case, string step) => @case.Met.TryGetValue(step, out var met) ? LondonTime.DateOf(met.At) : null;

    private static string Cited(StepDefinition row) => row.Cites.Count > 0 ? $" (paragraph {row.Cites[0]})" : "";

    /// <summary>A time of the area's that the handbook counts in working days, and that would end earlier by hand.</summary>
    private static IEnumerable<Warning> CutShort(DeadlineOverridden set, Timetable plan)
    {
        if (
            plan.Find(set.Step)
                is { Definition: { Actor: Actor.LocalArea or Actor.PrincipalAuthority } row, Why: { AnchorDate: { } from, Count: > 0 and var days } }
            && plan.Calendar.Plus(from, days) is var whole
            && set.Due < whole)
        {
            yield return new Warning(
                $"“{row.Title}” would end on {LondonTime.Show(set.Due)}: the handbook gives until {LondonTime.Show(whole)}, {WorkingDayCalendar.InWords(days)}{Cited(row)}.",
                IsStatutory: true);
        }
    }

    /// <summary>Steps that came in the order of the handbook and would no longer.</summary>
    private static IEnumerable<Warning> BrokenOrder(Timetable was, Timetable plan)
    {
        List<PlannedStep> open = [.. plan.Steps.Where(step => step is { Met: null, DueDate: not null } && was.Find(step.Key)?.DueDate is not null)];
        foreach (var (step, place) in open.Select((step, place) => (step, place)))
        {
            var overtaken = open.Skip(place + 1)
                .Where(later => later.DueDate < step.DueDate && was[later.Key].DueDate >= was[step.Key].DueDate)
                .Select(later => $"“{later.Definition.Title}”, {LondonTime.Show(later.DueDate!.Value)}")
                .ToList();
            if (overtaken.Count > 0)
            {
                yield return new Warning(
                    $"“{step.Definition.Title}” would be due on {LondonTime.Show(step.DueDate!.Value)}, after what follows it in the handbook: {string.Join("; ", overtaken)}.",
                    IsStatutory: true);
            }
        }
    }

    private static IEnumerable<Warning> Squeezed(DeadlineOverridden set, Timetable plan) =>
        set.Step == plan.Marking(Anchor.OnSiteStarts)?.Key
            ? PlanningWarnings.OfFirstDay(set.Due, plan).Select(sentence => new Warning(sentence, IsStatutory: false))
            : [];

    /// <summary>
    /// Dates that would result, or become certain, and have passed already. Where they end a right of the area, it would be told too late to use it.
    /// </summary>
    private static IEnumerable<Warning> PastDates(Timetable was, InspectionCase after, Timetable plan, Instant now) =>
        from step in plan.Steps
        where step is { Met: null, Certainty: Certainty.Fixed, DueDate: not null } && step.Due <= now && !after.NotReceived.ContainsKey(step.Key)
        where step.Definition.IsRight || step.Definition.DoneBy != DoneBy.Passing
        let old = was.Find(step.Key)
        where old is null || old.DueDate != step.DueDate || old.Certainty != Certainty.Fixed
        let right = step.Definition.IsRight
        select new Warning(
            right
                ? $"“{step.Definition.Title}” would end on {LondonTime.Show(step.DueDate!.Value)}, which has passed: the area would be told of it when it is over."
                : $"“{step.Definition.Title}” would be due on {LondonTime.Show(step.DueDate!.Value)}, which has passed.",
            IsStatutory: right);
}

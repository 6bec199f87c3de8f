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
        .. facts.SelectMany(fact => OutOfOrder(before, was, fact)).Distinct(),
        .. facts.OfType<DeadlineOverridden>().SelectMany(set => BrokenOrder(was, plan).Concat(Squeezed(set, plan))),
        .. PastDates(was, after, plan, now),
    ];

    private static IEnumerable<Warning> OutOfOrder(InspectionCase before, Timetable was, Fact fact)
    {
        if (
            fact is FinalReportShared
            && was.Steps.FirstOrDefault(step => step.Definition.MetBy == typeof(CommentsReceived)) is { Met: null, DueDate: { } comments }
            && fact.On <= comments)
        {
            yield return new Warning(
                $"No comments on the draft are recorded, and the local area has until the end of {LondonTime.Show(comments)} to send them (paragraph 137). The final {before.Type.Product.Show()} would be shared before that.",
                IsStatutory: true);
        }

        if (fact is LanoNominated or ItemReceived or ChildrenSelected && before.Notification is { } notified && fact.HappenedAt < notified.HappenedAt)
        {
            yield return new Warning(
                $"{LondonTime.Show(fact.HappenedAt)} lies before the moment at which the leaders were notified, {LondonTime.Show(notified.HappenedAt)}.", IsStatutory: false);
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
        let old = was.Find(step.Key)
        where old is null || old.DueDate != step.DueDate || old.Certainty != Certainty.Fixed
        let right = step.Definition is { Actor: Actor.LocalArea, DoneBy: DoneBy.Passing }
        select new Warning(
            right
                ? $"“{step.Definition.Title}” would end on {LondonTime.Show(step.DueDate!.Value)}, which has passed: the area would be told of it when it is over."
                : $"“{step.Definition.Title}” would be due on {LondonTime.Show(step.DueDate!.Value)}, which has passed.",
            IsStatutory: right);
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Notices;

/// <summary>Every notice that the matrix foresees for a case as it stands, past and to come, each with its moment.</summary>
internal sealed class NoticeMoments(InspectionCase @case, Timetable plan)
{
    public IEnumerable<OwedNotice> All() => @case.Type.Notices.SelectMany(row => row.When switch
    {
        WhenRecorded trigger => OnFacts(row, trigger),
        WorkingDaysBefore trigger => AboutDeadlines(row, trigger.Steps, due => NineAm(plan.Calendar.Minus(due.Date, trigger.WorkingDays)), $"-{trigger.WorkingDays}wd", endsWithDeadline: true),
        HoursBefore trigger => AboutDeadlines(row, trigger.Steps, due => due.Moment - Duration.FromHours(trigger.Hours), $"-{trigger.Hours}h", endsWithDeadline: true),
        AtDeadline trigger => AboutDeadlines(row, trigger.Steps, due => due.Moment, "overdue", endsWithDeadline: false),
        DayAfterDeadline trigger => AboutDeadlines(row, trigger.Steps, due => NineAm(plan.Calendar.Plus(due.Date, 1)), "overdue", endsWithDeadline: false),
        _ => throw new InvalidOperationException($"No rule for {row.When}."),
    });

    private IEnumerable<OwedNotice> OnFacts(NoticeRow row, WhenRecorded trigger) =>
        from recorded in @case.Events
        where recorded.Event is Fact fact && trigger.Fact(fact, @case)
        from role in Recipients(row, namedBy: recorded.Seq)
        let occurrence = trigger.EachTime ? $":{recorded.Seq}" : ""
        let key = $"{row.Template}:{role.Key()}{occurrence}"
        select new OwedNotice(key, row.Template, role, recorded.RecordedAt, Series: key, UselessFrom: null, Steps: []);

    private IEnumerable<OwedNotice> AboutDeadlines(NoticeRow row, IReadOnlyList<string> steps, Func<Deadline, Instant> momentOf, string suffix, bool endsWithDeadline)
    {
        if (!@case.IsRunning)
        {
            return [];
        }

        return from step in row.StepsIn(@case, steps).Select(plan.Find).OfType<PlannedStep>()
               where IsOpen(step)
               group step by new Deadline(step.DueDate!.Value, step.Due!.Value) into atOneMoment
               let moment = momentOf(atOneMoment.Key)
               where moment > atOneMoment.Max(KnownSince)
               from role in Recipients(row)
               let series = $"{row.Template}:{role.Key()}:{Subject(row, atOneMoment)}{atOneMoment.Key.Date:uuuu-MM-dd}{ClockTime(atOneMoment.Key)}"
               select new OwedNotice(
                   $"{series}:{suffix}",
                   row.Template,
                   role,
                   moment,
                   series,
                   endsWithDeadline ? atOneMoment.Key.Moment : null,
                   [.. atOneMoment.Select(step => step.Key)]);
    }

    /// <summary>Only a fixed date can be fallen short of; children's items cannot be missing before the children are selected.</summary>
    private bool IsOpen(PlannedStep step) =>
        step.Met is null && !step.Held && step.Due is not null && step.Certainty == Certainty.Fixed
        && @case.Notification is not null && !@case.NotReceived.ContainsKey(step.Key)
        && (!@case.Type.Asks.IsMetByItems(step.Key) || @case.Type.Asks.ItemsOf(step.Key, @case.TrackedChildren).Count > 0);

    /// <summary>
    /// The deadline has been known since its anchor was recorded, or since its date last moved; for the children's items, since the
    /// children were selected; for a plan that was sent back, since then. A reminder whose moment lies before that would repeat what has
    /// just been told, or call overdue what came in time.
    /// </summary>
    private Instant KnownSince(PlannedStep step)
    {
        // Week 1 is counted back from the on-site days, but known from notification on.
        var anchor = step.Definition.Due is EndOfWeekOne ? Anchor.NotificationDay : step.Definition.Due.Anchor;
        var marking = plan.Steps.FirstOrDefault(other => other.Definition.Marks == anchor)?.Met?.Seq ?? 0;
        var opened = step.Key switch
        {
            _ when AnnexARequest.IsExtra(step.Key) => @case.Events.First(recorded => recorded.Event is ExtraItemAsked asked && asked.Item == step.Key).Seq,
            Steps.TrackedChildrenInformation => @case.Met.GetValueOrDefault(Steps.TrackedChildren)?.Seq ?? 0,
            _ when step.Definition.ReopenedBy is { } reopening => @case.Events.LastOrDefault(recorded => recorded.Event.GetType() == reopening)?.Seq ?? 0,
            _ => 0,
        };
        var moved = @case.Adjustments.LastOrDefault(adjustment => Moves(adjustment, step))?.Seq ?? 0;
        var since = Math.Max(marking, Math.Max(opened, moved));
        return since == 0 ? @case.Notification!.HappenedAt : @case.Events[since - 1].RecordedAt;
    }

    private bool Moves(Adjustment adjustment, PlannedStep step) =>
        @case.Events[adjustment.Seq - 1].Event is Fact fact && MovedDates.Of(fact).Any(moved => moved.Step == step.Key);

    // An officer named later is not sent what went to the director at the time.
    private IEnumerable<RecipientRole> Recipients(NoticeRow row, int namedBy = int.MaxValue) => row.To
        .Select(role => role switch
        {
            RecipientRole.Lano when !@case.Met.TryGetValue(Steps.LanoNominated, out var named) || named.Seq > namedBy => RecipientRole.Dcs,
            RecipientRole.PrincipalAuthority when !NoticeMatrix.IsSeparate(@case) => RecipientRole.Dcs,
            _ => role,
        })
        .Distinct();

    // All of Annex A is one subject; elsewhere the step is.
    private static string Subject(NoticeRow row, IEnumerable<PlannedStep> steps) =>
        row.Template.StartsWith("annex-a", StringComparison.Ordinal) ? "" : $"{steps.First().Key}:";

    private static string ClockTime(Deadline deadline) => $"T{deadline.Moment.InZone(LondonTime.Zone).TimeOfDay:HHmm}";

    private Instant NineAm(LocalDate date) => LondonTime.At(date, @case.Edition.Hours.Start);

    private readonly record struct Deadline(LocalDate Date, Instant Moment);
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Core.Notices;

/// <summary>Every notice that the matrix foresees for a case as it stands, past and to come, each with its moment.</summary>
/// <param name="case">The case.</param>
/// <param name="plan">Its timetable.</param>
/// <param name="rows">The lines of its matrix.</param>
public sealed class NoticeMoments(InspectionCase @case, Timetable plan, IReadOnlyList<NoticeRow> rows)
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("'T'HHmm");

    /// <summary>By the lines that the case keeps with its edition and kind.</summary>
    public NoticeMoments(InspectionCase @case, Timetable plan)
        : this(@case, plan, NoticeMatrix.Of(@case))
    {
    }

    // Many lines look at the same deadlines.
    private Dictionary<string, OpenStep> Open => field ??= plan.Steps.Where(IsOpen).ToDictionary(
        step => step.Key,
        step => new OpenStep(step.Key, new Deadline(step.DueDate!.Value, step.Due!.Value), KnownSince(step)));

    /// <summary>All of them, line by line.</summary>
    public IEnumerable<OwedNotice> All() => rows.Where(row => @case.Deputy is not null || row.To is not [RecipientRole.DeputyLano])
        .SelectMany(row => row.When switch
    {
        WhenRecorded { Quiet: var quiet } trigger when quiet > Duration.Zero => OnFactsTogether(row, trigger),
        WhenRecorded trigger => OnFacts(row, trigger),
        WorkingDaysBefore trigger => BeforeOrAfter(
            row,
            due => NineAm(plan.Calendar.Minus(due.Date, trigger.WorkingDays)),
            $"-{trigger.WorkingDays}wd",
            endsWithDeadline: true),
        HoursBefore trigger => BeforeOrAfter(row, due => due.Moment - Duration.FromHours(trigger.Hours), $"-{trigger.Hours}h", endsWithDeadline: true),
        AtDeadline => BeforeOrAfter(row, due => due.Moment, "overdue", endsWithDeadline: false),
        DayAfterDeadline => BeforeOrAfter(row, due => NineAm(plan.Calendar.Plus(due.Date, 1)), "overdue", endsWithDeadline: false),
        _ => throw new InvalidOperationException($"No rule for {row.When}."),
    });

    private IEnumerable<OwedNotice> OnFacts(NoticeRow row, WhenRecorded trigger) =>
        from recorded in Facts(row, trigger)
        from role in row.OnlyToThoseTold ? row.To.Where(role => WasTold(role, recorded)) : Recipients(row, namedBy: recorded.Seq)
        where !(row.NotWithCorrection && recorded.Event is FactCorrected && WasTold(role, recorded))
        let key = Key(row, role, trigger.EachTime || WasTakenBack(row, role, recorded.Seq) ? recorded.Seq : null)
        select new OwedNotice(key, row, role, recorded.RecordedAt, Series: key, UselessFrom: null, About: [], Because: [recorded.Seq]);

    /// <summary>
    /// Facts that follow closely upon each other are told in one notice, when no more has come for a while; what has been told is not told again.
    /// </summary>
    private IEnumerable<OwedNotice> OnFactsTogether(NoticeRow row, WhenRecorded trigger)
    {
        var untold = from recorded in Facts(row, trigger)
                     from role in Recipients(row, namedBy: recorded.Seq)
                     where !IsTold(row, role, recorded.Seq)
                     group recorded by role;
        return from ofRole in untold
               from told in CloseTogether(ofRole, trigger.Quiet)
               let key = Key(row, ofRole.Key, told[0].Seq)
               select new OwedNotice(
                   key, row, ofRole.Key, told[^1].RecordedAt + trigger.Quiet,
                   Series: key, UselessFrom: null, About: [], Because: [.. told.Select(fact => fact.Seq)]);
    }

    private static IEnumerable<List<RecordedEvent>> CloseTogether(IEnumerable<RecordedEvent> facts, Duration quiet)
    {
        var together = new List<RecordedEvent>();
        foreach (var fact in facts)
        {
            if (together.Count > 0 && fact.RecordedAt - together[^1].RecordedAt > quiet)
            {
                yield return together;
                together = [];
            }

            together.Add(fact);
        }

        if (together.Count > 0)
        {
            yield return together;
        }
    }

    private IEnumerable<RecordedEvent> Facts(NoticeRow row, WhenRecorded trigger) =>
        @case.Events.Where(recorded => recorded.Event is Fact fact && trigger.Fact(fact, @case) && row.HoldsAt(recorded.RecordedAt));

    /// <summary>
    /// The role was told of what is corrected, or of a date that moves by it. What the final report says is told with it, and again when it is published.
    /// </summary>
    private bool WasTold(RecipientRole role, RecordedEvent corrected)
    {
        var correction = (FactCorrected)corrected.Event;
        var ofReport = @case.RowOf(Anchor.FinalShared)?.MetBy == @case.Recorded[correction.Corrects - 1].Event.GetType();
        return @case.Recorded.Take(corrected.Seq).Where(recorded => recorded.Event is NoticeRaised raised && raised.To == role).Any(recorded =>
            (NoticeRaised)recorded.Event is var raised
            && (raised.Because?.Any(told => told == correction.Corrects || correction.GoesWithIt.Contains(told)) == true
                || (ofReport && recorded.Seq > correction.Corrects && NoticeMatrix.LineOf(@case, raised) is { Disseminates: true })
                || (recorded.Seq > correction.Corrects && raised.About?.Any(step => correction.Moved.Any(moved => moved.Step == step)) == true)));
    }

    // Before notices said what they tell of, each told of one fact, and its key is known.
    private bool IsTold(NoticeRow row, RecipientRole role, int fact) =>
        @case.RaisedNotices.ContainsKey(Key(row, role, fact))
        || @case.RaisedNotices.Values.Any(raised => raised.Template == row.Template && raised.To == role && raised.Because?.Contains(fact) == true);

    /// <summary>
    /// Whether the role has been told of such a fact that then proved not to have happened: what happens after all is another one, and is told too.
    /// </summary>
    private bool WasTakenBack(NoticeRow row, RecipientRole role, int fact) =>
        @case.RaisedNotices.GetValueOrDefault(Key(row, role, occurrence: null))?.Because is { } told
        && !told.Contains(fact) && told.All(before => @case.Events[before - 1].Event is DidNotHappen);

    private static string Key(NoticeRow row, RecipientRole role, int? occurrence) =>
        $"{row.Template}:{role.Key()}{(occurrence is { } seq ? $":{seq}" : "")}";

    private IEnumerable<OwedNotice> BeforeOrAfter(NoticeRow row, Func<Deadline, Instant> momentOf, string suffix, bool endsWithDeadline)
    {
        if (!@case.IsRunning)
        {
            return [];
        }

        return from step in row.StepsIn(@case).Select(Open.GetValueOrDefault).OfType<OpenStep>()
               group step by step.Deadline into atOneMoment
               let moment = momentOf(atOneMoment.Key)
               where moment > atOneMoment.Max(step => step.KnownSince) && row.HoldsAt(moment)
               let matter = $"{Matter(row, atOneMoment)}{LocalDatePattern.Iso.Format(atOneMoment.Key.Date)}{ClockTime(atOneMoment.Key)}"
               from role in Recipients(row)
               where row.OfAnnexA || role != RecipientRole.Lano || !IsBeforeTheOfficer(moment)
               where role != RecipientRole.DeputyLano || moment > DeputySince().RecordedAt
               let series = $"{row.Template}:{role.Key()}:{matter}"
               select new OwedNotice(
                   $"{series}:{suffix}",
                   row,
                   role,
                   moment,
                   series,
                   endsWithDeadline ? atOneMoment.Key.Moment : null,
                   About: [.. atOneMoment.Select(step => step.Key)],
                   Because: []);
    }

    /// <summary>
    /// Only a fixed date can be fallen short of; children's items cannot be missing before the children are selected, nor comments once they cannot be taken.
    /// </summary>
    private bool IsOpen(PlannedStep step) =>
        step.Met is null && !step.Held && !step.IsClosedIn(@case) && step.DueDate is not null && step.Certainty == Certainty.Fixed
        && @case.Notification is not null && !@case.NotReceived.ContainsKey(step.Key)
        && (!@case.Asks.IsMetByItems(step.Key) || @case.Asks.ItemsOf(step.Key, @case.TrackedChildren).Count > 0);

    /// <summary>
    /// The deadline has been known since its anchor was recorded, or since its date last moved; for the children's items, since the
    /// children were selected; for a plan that was sent back, since then. A reminder whose moment lies before that would repeat what has
    /// just been told, or call overdue what came in time.
    /// </summary>
    private Instant KnownSince(PlannedStep step)
    {
        // Week 1 is counted back from the on-site days, but known from notification on.
        var anchor = step.Definition.Due is EndOfWeek ? Anchor.NotificationDay : step.Definition.Due.Anchor;
        var marking = plan.Steps.FirstOrDefault(other => other.Definition.Marks == anchor)?.Met?.Seq ?? 0;
        var opened = step.Key switch
        {
            _ when AnnexARequest.IsExtra(step.Key) => @case.Events.First(recorded => recorded.Event is ExtraItemAsked asked && asked.Item == step.Key).Seq,
            _ when @case.Asks.IsOfChildren(step.Key) => @case.MetBy<ChildrenSelected>()?.Seq ?? 0,
            _ when step.Definition.ReopenedBy is { } reopening => @case.Events.LastOrDefault(recorded => recorded.Event.GetType() == reopening)?.Seq ?? 0,
            _ => 0,
        };
        var moved = @case.Adjustments.LastOrDefault(adjustment => Moves(adjustment, step))?.Seq ?? 0;
        var corrected =
            @case.Events.LastOrDefault(recorded => recorded.Event is FactCorrected correction && correction.Moved.Any(date => date.Step == step.Key))?.Seq ?? 0;
        var since = Math.Max(Math.Max(marking, corrected), Math.Max(opened, moved));
        return since == 0 ? @case.Notification!.HappenedAt : @case.Events[since - 1].RecordedAt;
    }

    private bool Moves(Adjustment adjustment, PlannedStep step) =>
        @case.Events[adjustment.Seq - 1].Event is Fact fact && MovedDates.Of(fact).Any(moved => moved.Step == step.Key);

    // An officer named later is not sent what went to the director at the time, and a deputy nothing that came before.
    private IEnumerable<RecipientRole> Recipients(NoticeRow row, int namedBy = int.MaxValue) => row.To
        .Where(role => role != RecipientRole.DeputyLano || (@case.Deputy is not null && DeputySince().Seq <= namedBy))
        .Select(role => role switch
        {
            RecipientRole.Lano when @case.OfficerNamed is not { } named || named.Seq > namedBy => RecipientRole.Dcs,
            RecipientRole.PrincipalAuthority when !NoticeMatrix.HasItsOwnAuthority(@case) => RecipientRole.Dcs,
            _ => role,
        })
        .Distinct();

    // An officer who is named when a reminder's moment has passed has just been sent all dates.
    private bool IsBeforeTheOfficer(Instant moment) =>
        @case.OfficerNamed is { } named && moment <= @case.Events[named.Seq - 1].RecordedAt;

    private RecordedEvent DeputySince() => @case.Events.Last(recorded => recorded.Event is DeputyNamed);

    // All of Annex A is one matter; elsewhere the step is.
    private static string Matter(NoticeRow row, IEnumerable<OpenStep> steps) => row.OfAnnexA ? "" : $"{steps.First().Key}:";

    private static string ClockTime(Deadline deadline) => HourAndMinute.Format(deadline.Moment.InZone(LondonTime.Zone).TimeOfDay);

    private Instant NineAm(LocalDate date) => LondonTime.At(date, @case.Edition.Hours.Start);

    private readonly record struct Deadline(LocalDate Date, Instant Moment);

    private sealed record OpenStep(string Key, Deadline Deadline, Instant KnownSince);
}

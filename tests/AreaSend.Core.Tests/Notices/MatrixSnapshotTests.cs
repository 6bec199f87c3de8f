using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

/// <summary>The whole matrix as it stands, so that a review sees each change; and that a change reaches no fact before it.</summary>
public sealed class MatrixSnapshotTests
{
    // Since when, template, to whom, on what; then what is special about the line. A line that is added, or takes the place of another, says since when.
    private const string Expected = """
        ever | notification | dcs | notified | statutory, link
        ever | notification | icb | notified | statutory, from CQC, link
        ever | notification | pcf | notified | statutory, link
        ever | surveys-open | pcf | notified | lapses once surveys-close
        ever | surveys-open | lano | lano-nominated if surveys were open, each time | lapses once surveys-close or on another lano-nominated, expected when the officer has been named, previewed after notify-dcs
        ever | surveys-closing | lano pcf | 1 working days before surveys-close | previewed after notify-dcs
        ever | lano-invitation | lano | lano-nominated, each time | link, lapses on another lano-nominated, expected when the officer has been named
        ever | lano-link | lano | lano-link-asked if for lano, each time | link, only if, lapses once asked again for lano or on another lano-nominated, previewed after lano-nominated
        ever | leader-link | dcs | leader-link-asked if for dcs, each time | link, only if, lapses once asked again for dcs
        ever | leader-link | icb | leader-link-asked if for icb, each time | link, only if, lapses once asked again for icb
        ever | leader-link | pcf | leader-link-asked if for pcf, each time | link, only if, lapses once asked again for pcf
        ever | annex-a-reminder | lano | 1 working days before Annex A | Annex A
        ever | annex-a-reminder | lano | 2 hours before Annex A | Annex A
        ever | annex-a-overdue | lano | at Annex A | Annex A, only if
        ever | annex-a-overdue | dcs | at Annex A | Annex A, only if
        ever | upload-refused | lano | upload-refused, each time, 10 minutes after the last | only if, previewed after lano-nominated, example UploadRefused
        ever | handed-in | lano | paper-filed if handed in by Lano, each time | only if, previewed after draft-report, example HandedIn
        ever | handed-in | dcs | paper-filed if handed in by Leader, each time | only if, previewed after draft-report, example HandedIn
        ever | hand-in-refused | lano | paper-refused if handed in by Lano, each time | only if, previewed after draft-report, example HandInRefused
        ever | hand-in-refused | dcs | paper-refused if handed in by Leader, each time | only if, previewed after draft-report, example HandInRefused
        ever | extra-item | lano | extra-item-asked, each time | only if, lapses once the item is answered, previewed after lano-nominated, example ExtraItem
        ever | tracked-children | lano | children-selected, each time | lapses once tracked-children-information or once feedback-meeting, expected when the children have been selected
        ever | fieldwork-starts | lano dcs icb | 1 working days before fieldwork |
        ever | on-site-starts | lano dcs icb | 1 working days before on-site |
        ever | concerns-call | dcs icb lano | on-site-ended | lapses from the moment of concerns-call, expected when the on-site days have ended
        ever | draft-shared | dcs icb lano | draft-shared | statutory, expected when the draft has been shared
        ever | comments-reminder | lano | 3 working days before draft-comments |
        ever | comments-reminder | lano | 1 working days before draft-comments |
        ever | final-shared | dcs icb lano | final-shared | statutory, expected when the final report has been shared
        ever | complaint-received | dcs lead-inspector | complaint-received | only if, lapses once resolved, example Complaint
        ever | complaint-resolved | dcs lead-inspector | complaint-resolved | only if, previewed after final-report, example ComplaintResolved
        ever | published | dcs icb lano pcf sos-education sos-health | published | statutory, disseminates, expected when the report has been published
        ever | published | principal-authority | published if the principal authority is another | statutory, disseminates, expected when the report has been published
        ever | plan-reminder | principal-authority | 10 working days before strategic-plan priority-action-plan |
        ever | plan-reminder | principal-authority | 5 working days before strategic-plan priority-action-plan |
        ever | plan-reminder | principal-authority | 1 working days before strategic-plan priority-action-plan |
        ever | plan-overdue | dcs icb | the day after strategic-plan priority-action-plan | only if
        ever | plan-confirmed | principal-authority | plan-confirmed | only if, lapses once plan-publication
        ever | plan-returned | principal-authority | plan-returned, each time | only if, lapses once no plan is sent back or on another plan-returned, previewed after priority-action-plan, example PlanReturned
        ever | dates-changed | dcs icb lano | overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of dcs, each time | only if, not with a correction, example MovedDate
        ever | dates-changed | pcf | overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of pcf, each time | only if, not with a correction, example MovedDate
        ever | dates-changed | lead-inspector | resumed, overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of lead-inspector, each time | only if, not with a correction, example MovedDate
        ever | dates-changed | principal-authority | resumed, overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of principal-authority, each time | only if, not with a correction, example MovedDate
        ever | deferral-decided | dcs icb lano pcf | deferral-decided, each time | only if, example Deferral
        ever | paused | dcs icb lano pcf | paused, each time | only if, lapses once it goes on or on another paused, example Pause
        ever | resumed | dcs icb lano pcf | resumed, each time | only if, lapses on another paused, example Resumption
        ever | correction | dcs icb lano pcf lead-inspector principal-authority sos-education sos-health | corrected, each time | only if, those told, example Correction
        ever | withdrawn | dcs icb lano pcf | withdrawn if the area was notified | only if, example Withdrawal
        """;

    // A deputy gets what the officer gets, once there is one: an invitation and links of their own, of all else a copy.
    private const string OfDeputies = """
        2026-11-01T00:00:00Z | surveys-open | deputy-lano | lano-nominated if surveys were open, each time | only if, lapses once surveys-close or on another lano-nominated, previewed after notify-dcs
        2026-11-01T00:00:00Z | surveys-closing | deputy-lano | 1 working days before surveys-close | only if, previewed after notify-dcs
        2026-11-01T00:00:00Z | lano-invitation | deputy-lano | deputy-named if it names a person, each time | link, only if, lapses on another deputy-named
        2026-11-01T00:00:00Z | lano-link | deputy-lano | lano-link-asked if for deputy-lano, each time | link, only if, lapses once asked again for deputy-lano or on another deputy-named, previewed after lano-nominated
        2026-11-01T00:00:00Z | annex-a-reminder | deputy-lano | 1 working days before Annex A | Annex A, only if
        2026-11-01T00:00:00Z | annex-a-reminder | deputy-lano | 2 hours before Annex A | Annex A, only if
        2026-11-01T00:00:00Z | annex-a-overdue | deputy-lano | at Annex A | Annex A, only if
        2026-11-01T00:00:00Z | upload-refused | deputy-lano | upload-refused, each time, 10 minutes after the last | only if, previewed after lano-nominated, example UploadRefused
        2026-11-01T00:00:00Z | handed-in | deputy-lano | paper-filed if handed in by Lano, each time | only if, previewed after draft-report, example HandedIn
        2026-11-01T00:00:00Z | hand-in-refused | deputy-lano | paper-refused if handed in by Lano, each time | only if, previewed after draft-report, example HandInRefused
        2026-11-01T00:00:00Z | extra-item | deputy-lano | extra-item-asked, each time | only if, lapses once the item is answered, previewed after lano-nominated, example ExtraItem
        2026-11-01T00:00:00Z | tracked-children | deputy-lano | children-selected, each time | only if, lapses once tracked-children-information or once feedback-meeting
        2026-11-01T00:00:00Z | fieldwork-starts | deputy-lano | 1 working days before fieldwork | only if
        2026-11-01T00:00:00Z | on-site-starts | deputy-lano | 1 working days before on-site | only if
        2026-11-01T00:00:00Z | concerns-call | deputy-lano | on-site-ended | only if, lapses from the moment of concerns-call
        2026-11-01T00:00:00Z | draft-shared | deputy-lano | draft-shared | statutory, only if
        2026-11-01T00:00:00Z | comments-reminder | deputy-lano | 3 working days before draft-comments | only if
        2026-11-01T00:00:00Z | comments-reminder | deputy-lano | 1 working days before draft-comments | only if
        2026-11-01T00:00:00Z | final-shared | deputy-lano | final-shared | statutory, only if
        2026-11-01T00:00:00Z | published | deputy-lano | published | statutory, disseminates, only if
        2026-11-01T00:00:00Z | dates-changed | deputy-lano | overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of dcs, each time | only if, not with a correction, example MovedDate
        2026-11-01T00:00:00Z | deferral-decided | deputy-lano | deferral-decided, each time | only if, example Deferral
        2026-11-01T00:00:00Z | paused | deputy-lano | paused, each time | only if, lapses once it goes on or on another paused, example Pause
        2026-11-01T00:00:00Z | resumed | deputy-lano | resumed, each time | only if, lapses on another paused, example Resumption
        2026-11-01T00:00:00Z | correction | deputy-lano | corrected, each time | only if, those told, example Correction
        2026-11-01T00:00:00Z | withdrawn | deputy-lano | withdrawn if the area was notified | only if, example Withdrawal
        """;

    private static IEnumerable<string> OfAFullInspection => new[] { Expected, OfDeputies }.SelectMany(lines => lines.ReplaceLineEndings("\n").Split('\n')).Select(line => line.TrimEnd());

    [Fact]
    public void Matrix_OfAFullInspection_IsThis() => Assert.Equal(OfAFullInspection, AreaSend2024.Full.Notices.Select(Show));

    [Fact]
    public void Matrix_OfAMonitoringInspection_IsAFullInspectionsWithoutSurveysAndFieldwork() =>
        Assert.Equal(
            [
                .. OfAFullInspection.Where(line => !line.Contains("surveys", StringComparison.Ordinal) && !line.Contains("fieldwork", StringComparison.Ordinal)),
                "ever | items-asked | lano | items-asked if the area was notified, each time | only if, lapses once the items are answered, previewed after lano-nominated, example ItemsAsked",
                "2026-11-01T00:00:00Z | items-asked | deputy-lano | items-asked if the area was notified, each time | only if, lapses once the items are answered, previewed after lano-nominated, example ItemsAsked",
            ],
            AreaSend2024.Monitoring.Notices.Select(Show));

    // Of a full inspection's, what the leaders alone are told.
    private const string OfVisits = """
        ever | notification | dcs | notified | statutory, link
        ever | notification | icb | notified | statutory, from CQC, link
        ever | leader-link | dcs | leader-link-asked if for dcs, each time | link, only if, lapses once asked again for dcs
        ever | leader-link | icb | leader-link-asked if for icb, each time | link, only if, lapses once asked again for icb
        ever | on-site-starts | dcs icb | 1 working days before on-site |
        ever | dates-changed | dcs icb | overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of dcs, each time | only if, not with a correction, example MovedDate
        ever | dates-changed | lead-inspector | resumed, overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of lead-inspector, each time | only if, not with a correction, example MovedDate
        ever | deferral-decided | dcs icb | deferral-decided, each time | only if, example Deferral
        ever | paused | dcs icb | paused, each time | only if, lapses once it goes on or on another paused, example Pause
        ever | resumed | dcs icb | resumed, each time | only if, lapses on another paused, example Resumption
        ever | correction | dcs icb lead-inspector | corrected, each time | only if, those told, example Correction
        ever | withdrawn | dcs icb | withdrawn if the area was notified | only if, example Withdrawal
        """;

    private const string OfMeetings = """
        ever | self-evaluation-asked | dcs icb | notified | link, lapses once meeting or from the moment of meeting
        ever | self-evaluation-reminder | dcs | 2 working days before self-evaluation |
        ever | meeting-reminder | dcs icb | 1 working days before meeting |
        ever | meeting-note | dcs icb | meeting-letter-sent | statutory
        ever | leader-link | dcs | leader-link-asked if for dcs, each time | link, only if, lapses once asked again for dcs
        ever | leader-link | icb | leader-link-asked if for icb, each time | link, only if, lapses once asked again for icb
        ever | dates-changed | dcs icb | overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of dcs, each time | only if, not with a correction, example MovedDate
        ever | dates-changed | lead-inspector | resumed, overridden, calendar-changed, publication-held, publication-hold-lifted or corrected if the area was notified and dates moved of lead-inspector, each time | only if, not with a correction, example MovedDate
        ever | correction | dcs icb lead-inspector | corrected, each time | only if, those told, example Correction
        ever | withdrawn | dcs icb | withdrawn if the area was notified | only if, example Withdrawal
        """;

    public static TheoryData<string, string> OtherKinds { get; } = new()
    {
        { InspectionKind.Engagement, OfMeetings },
        { InspectionKind.Thematic, OfVisits },
        { InspectionKind.Revisit, OfVisits + "\never | revisit-result | dcs icb | revisit-letter-shared | statutory" },
    };

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public void Matrix_OfAMeetingOrAVisit_IsThis(string kind, string expected) => Assert.Equal(
        expected.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()), AreaSend2024.Edition.Find(kind)!.Notices.Select(Show));

    private static string Show(NoticeRow row)
    {
        string?[] marks =
        [
            row.Statutory ? "statutory" : null, row.From == Actor.Cqc ? "from CQC" : null, row.OfAnnexA ? "Annex A" : null, row.CarriesLink ? "link" : null,
            row.Disseminates ? "disseminates" : null, row.OnlyIf ? "only if" : null, row.OnlyToThoseTold ? "those told" : null,
            row.NotWithCorrection ? "not with a correction" : null, row.LapsesWhen is { Name: var name } ? $"lapses {name}" : null,
            row.ExpectedWhen is { } when ? $"expected when {when}" : null, row.PreviewAfter is { } step ? $"previewed after {step}" : null,
            row.Example is { Method.Name: var example } ? $"example {example}" : null,
        ];
        var since = (row.Since == Instant.MinValue ? "ever" : $"{row.Since}") + (row.Until is { } until ? $" until {until}" : "");
        return $"{since} | {row.Template} | {string.Join(' ', row.To.Select(role => role.Key()))} | {Show(row, row.When)} | {string.Join(", ", marks.OfType<string>())}".TrimEnd();
    }

    private static string Show(NoticeRow row, NoticeTrigger when)
    {
        var steps = when is AboutDeadlines about ? row.OfAnnexA ? "Annex A" : string.Join(' ', about.Steps) : "";
        return when switch
        {
            WhenRecorded recorded => $"{recorded.Of}{(recorded.If is { Name: var name } ? $" if {name}" : "")}{(recorded.EachTime ? ", each time" : "")}{(recorded.Quiet > Duration.Zero ? $", {recorded.Quiet.TotalMinutes} minutes after the last" : "")}",
            WorkingDaysBefore before => $"{before.WorkingDays} working days before {steps}",
            HoursBefore before => $"{before.Hours} hours before {steps}",
            AtDeadline => $"at {steps}",
            _ => $"the day after {steps}",
        };
    }

    /// <summary>A step that a kind does not have would be the notification.</summary>
    [Fact]
    public void Preview_ComesAfterAStepOfItsKind() => Assert.All(
        Editions.Shipped.Held.SelectMany(edition => edition.Types).SelectMany(type => type.Notices.Select(row => (type, row.PreviewAfter))).Where(line => line.PreviewAfter is not null),
        line => Assert.Contains(line.type.Steps, step => step.Key == line.PreviewAfter));

    /// <summary>A column that is added is added to <see cref="Show(NoticeRow)"/>, and here.</summary>
    [Fact]
    public void Matrix_EveryColumn_IsShown() => Assert.Equal(
        [
            nameof(NoticeRow.CarriesLink), nameof(NoticeRow.Disseminates), nameof(NoticeRow.Example), nameof(NoticeRow.ExpectedWhen), nameof(NoticeRow.From), nameof(NoticeRow.LapsesWhen), nameof(NoticeRow.NotWithCorrection),
            nameof(NoticeRow.OfAnnexA), nameof(NoticeRow.OnlyIf), nameof(NoticeRow.OnlyToThoseTold), nameof(NoticeRow.PreviewAfter), nameof(NoticeRow.Since), nameof(NoticeRow.Statutory),
            nameof(NoticeRow.Template), nameof(NoticeRow.To), nameof(NoticeRow.Until), nameof(NoticeRow.When),
        ],
        typeof(NoticeRow).GetProperties().Select(column => column.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Matrix_EveryKindOfTheFirstEdition_IsHeldHere() => Assert.Equal(
        Sorted([InspectionKind.Full, InspectionKind.Monitoring, .. OtherKinds.Select(kind => kind.Data.Item1)]),
        Sorted(Editions.Shipped.Held[0].Types.Select(type => type.Key)));

    // The later edition that ships, and the one whose notices it has.
    public static TheoryData<string, string> As { get; } = new() { { "area-send-2025-07-07", "area-send-2024-01-30" } };

    [Theory]
    [MemberData(nameof(As))]
    public void Matrix_OfALaterEdition_IsThatOfTheFormer(string later, string former) => Assert.Equal(Matrices(former), Matrices(later));

    [Fact]
    public void Matrix_EveryEditionThatShips_IsHeldHere() =>
        Assert.Equal(Editions.Shipped.Held.Select(edition => edition.Id), [AreaSend2024.Edition.Id, .. As.Select(edition => edition.Data.Item1)]);

    private static IEnumerable<string> Matrices(string edition) =>
        Editions.Shipped.Find(edition)!.Types.SelectMany(type => type.Notices.Select(row => $"{type.Key} | {Show(row)}"));

    private static IEnumerable<string> Sorted(IEnumerable<string> keys) => keys.Order(StringComparer.Ordinal);

    /// <summary>What a condition is made with stands in its name, so that the matrix above shows a change of it.</summary>
    [Fact]
    public void Condition_MadeWithAValueThatItsNameDoesNotSay_CannotBeMade()
    {
        var step = Steps.SurveysClose;

        Assert.Throws<ArgumentException>(() => new Condition<Lateness>("once it is met", late => late.Case.Met.ContainsKey(step)));
        Assert.Throws<ArgumentException>(() => Condition.With<Lateness, string>("once", Steps.Fieldwork, (late, _) => late.Case.Met.ContainsKey(step)));
        Assert.Equal("once surveys-close", Condition.With<Lateness, string>("once", step, (late, key) => late.Case.Met.ContainsKey(key)).Name);
    }

    /// <summary>What tells of moved dates tells of every fact that holds some.</summary>
    [Fact]
    public void MovedDates_AreReadFromEachFactThatHoldsThem() => Assert.Equal(
        Sorted(typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && type.GetProperty("Moved") is not null).Select(InspectionEvent.KindOf)),
        Sorted(MovedDates.Kinds.Select(InspectionEvent.KindOf)));

    /// <summary>A recipient added to a line six months after an inspection was notified is not written to about that notification.</summary>
    [Theory]
    [InlineData("2025-09-08 08:59", true)]
    [InlineData("2025-09-08 09:01", false)]
    public void ALine_ReachesOnlyWhatWasRecordedSince(string since, bool raised)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 12:00");
        var added = new NoticeRow("surveys-open", [RecipientRole.Icb], WhenRecorded.On<Notified>()) { Since = Course.At(since) };

        var owed = new NoticeMoments(course.Case, course.Plan, [.. NoticeMatrix.Of(course.Case), added]).All();

        Assert.Equal(raised, owed.Any(notice => notice.Key == "surveys-open:icb"));
    }

    [Fact]
    public void ALineThatWasReplaced_StillHoldsForWhatWasRecordedUnderIt()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 12:00");
        var recipients = new[] { (RecipientRole.Icb, Instant.MinValue, (Instant?)Course.At("2025-09-09")), (RecipientRole.Pcf, Course.At("2025-09-09"), null) };

        var owed = new NoticeMoments(course.Case, course.Plan, [.. recipients.Select(line =>
            new NoticeRow("any", [line.Item1], WhenRecorded.On<Notified>()) { Since = line.Item2, Until = line.Item3 })]).All();

        Assert.Equal(["any:icb"], owed.Select(notice => notice.Key));
    }

    /// <summary>
    /// A line that is changed is two: one until a moment and one from it on, of one template and to one role. What was told before that moment stays under the
    /// first in everything that the line says, also when it is raised, sent or looked at after it.
    /// </summary>
    [Theory]
    [InlineData("2025-09-08 08:59", false)]
    [InlineData("2025-09-08 09:01", true)]
    public void ALineThatWasChanged_LeavesWhatWasToldBeforeItAsItWas(string changed, bool asItWas)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 12:00");
        var (at, raised) = (Course.At(changed), course.Case.RaisedNotices["notification:icb"]);
        Assert.True(NoticeMatrix.IsStatutory(course.Case, raised));

        var @case = InspectionCase.From(course.Case.Recorded, new Editions(Editions.Shipped.Held.Select(edition => edition with
        {
            Types = [.. edition.Types.Select(type => type with { Notices = [.. type.Notices.SelectMany(row => Changed(row, at))] })],
        })));

        Assert.Equal(asItWas, NoticeMatrix.IsStatutory(@case, raised));
        Assert.Equal(asItWas ? Actor.Cqc : Actor.Ofsted, NoticeMatrix.SenderOf(@case, raised));
        var owed = new NoticeMoments(@case, course.Plan).All().Single(notice => notice.Key == raised.Key);
        Assert.Equal(asItWas, owed.Line.Statutory);
    }

    // The changed line stands first: places in the table decide nothing.
    private static IEnumerable<NoticeRow> Changed(NoticeRow row, Instant at) => row.Template != "notification" ? [row]
        : [row with { Since = at, Statutory = false, From = Actor.Ofsted }, row with { Until = at }];

    /// <summary>What a notice is about is in its event: steps, or the facts, never to be read out of its key.</summary>
    [Fact]
    public void EveryNoticeRaised_SaysWhatItIsAboutOrWhy()
    {
        var (course, _) = WholeInspection.Run();

        Assert.All(course.Case.RaisedNotices.Values, raised =>
        {
            Assert.True(raised.About is { Count: > 0 } ^ raised.Because is { Count: > 0 });
            Assert.All(raised.About ?? [], step => Assert.Contains(course.Case.Rows, row => row.Key == step));
            Assert.All(raised.Because ?? [], seq => Assert.IsAssignableFrom<Fact>(course.Case.Events[seq - 1].Event));
        });
    }

    /// <summary>Notices of before the event said so: found again by what was owed under their keys.</summary>
    [Fact]
    public void NoticesOfBefore_AreFoundToBeAboutTheSame()
    {
        var (course, _) = WholeInspection.Run();

        Assert.All(course.Case.Events.Where(recorded => recorded.Event is NoticeRaised), recorded =>
        {
            var raised = (NoticeRaised)recorded.Event;
            var then = InspectionCase.From(course.Case.Events.Take(recorded.Seq), Editions.Shipped);
            var (about, because) = Inspection.Of(then, course.Plan.Calendar).Matter(new NoticeRaised(raised.Key, raised.Template, raised.To));
            Assert.Equal(raised.About ?? [], about);
            Assert.Equal(raised.Because ?? [], because);
        });
    }

    /// <summary>Two reminders that fall on one hour are one e-mail about both deadlines.</summary>
    [Fact]
    public void RemindersOfOneMoment_AreOne()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 12:00");
        course.Override("person-level-lists", "2025-09-12", "2025-09-08 12:00"); // 11am: reminded at 9am on the 11th and 12th
        course.Override("arrangements", "2025-09-11", "2025-09-08 12:00"); // 11am: reminded at 9am on the 10th and 11th

        var raised = course.RunTo("2025-09-11 09:30");

        Assert.Single(raised, notice => notice.At == Course.At("2025-09-11 09:00") && course.Case.RaisedNotices[notice.Key].Template == "annex-a-reminder");
        Assert.Equal(
            ["arrangements", "further-information", "person-level-lists"],
            course.Case.RaisedNotices[raised.Single(notice => notice.At == Course.At("2025-09-11 09:00")).Key].About!.Order());
    }

    /// <summary>What a pause moved is told with the news that the inspection goes on, and only once.</summary>
    [Fact]
    public void Resumed_IsOneNoticeToEachWithTheDates()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 14:00");
        course.Pause("2025-09-08 15:00");
        course.RunTo("2025-09-10 10:00");
        course.Resume("2025-09-10 11:00");

        var keys = course.Advance(Course.At("2025-09-10 11:00"));

        Assert.Equal(
            ["dates-changed:lead-inspector", "resumed:dcs", "resumed:icb", "resumed:pcf"],
            keys.Select(key => course.Case.RaisedNotices[key]).Select(raised => $"{raised.Template}:{raised.To.Key()}").Order(StringComparer.Ordinal));
    }

    /// <summary>Five files of one visit that are refused are told in one e-mail; one that is refused much later, in another.</summary>
    [Fact]
    public void RefusedFilesOfOneVisit_AreOneNotice()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 14:00");
        course.Record(new LanoNominated(Course.At("2025-09-08 15:00"), Guid.Empty));
        course.RunTo("2025-09-08 15:30");
        for (var file = 0; file < 5; file++)
        {
            Refuse(course, $"2025-09-08 16:0{file}");
        }

        Assert.DoesNotContain(course.Advance(Course.At("2025-09-08 16:05")), key => key.StartsWith("upload-refused", StringComparison.Ordinal));
        var first = course.RunTo("2025-09-08 17:00").Where(notice => notice.Key.StartsWith("upload-refused", StringComparison.Ordinal)).ToList();
        Refuse(course, "2025-09-08 18:00");
        var second = course.RunTo("2025-09-08 19:00").Where(notice => notice.Key.StartsWith("upload-refused", StringComparison.Ordinal)).ToList();

        Assert.Equal((Course.At("2025-09-08 16:14"), 5), (first.Single().At, course.Case.RaisedNotices[first.Single().Key].Because!.Count));
        Assert.Equal((Course.At("2025-09-08 18:10"), 1), (second.Single().At, course.Case.RaisedNotices[second.Single().Key].Because!.Count));
    }

    private static void Refuse(Course course, string at)
    {
        var document = Guid.NewGuid();
        course.Record(new UploadArrived(Course.At(at), document, ["1.1"]));
        course.Record(new UploadRefused(Course.At(at), document, "macros", "It holds macros."));
    }
}

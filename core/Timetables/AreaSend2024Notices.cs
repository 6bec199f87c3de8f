using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;
using static AreaSend.Core.Inspections.RecipientRole;

namespace AreaSend.Core.Timetables;

/// <summary>
/// Who is told what, and when, in a full inspection under the edition of 30 January 2024, and the words in which the other kinds say it: their notices stand in
/// the tables of their own.
/// </summary>
internal static class AreaSend2024Notices
{
    // Whatever the inspection asks of Annex A.
    private static readonly string[] AnnexA = [];

    private const string OfficerIsNamed = "the officer has been named";

    private const string ReportIsPublished = "the report has been published";

    private static readonly string[] Plans = [Steps.StrategicPlan, Steps.PriorityActionPlan];

    // A file that is refused is often one of several sent in one go.
    private static readonly Duration EndOfVisit = Duration.FromMinutes(10);

    // Officers have had deputies since then.
    private static readonly Instant Deputies = Instant.FromUtc(2026, 11, 1, 0, 0);

    /// <summary>The notices of a full inspection. A line added later, or in place of another, says since when it holds.</summary>
    public static IReadOnlyList<NoticeRow> Full { get; } = WithDeputies(
    [
        new("notification", [Dcs], On<Notified>()) { Statutory = true, CarriesLink = true },
        new("notification", [Icb], On<Notified>()) { Statutory = true, CarriesLink = true, From = Actor.Cqc }, // CQC notifies the board's chief executive (¶ 82)
        new("notification", [Pcf], On<Notified>()) { Statutory = true, CarriesLink = true },
        new("surveys-open", [Pcf], On<Notified>()) { LapsesWhen = Once(Steps.SurveysClose) },
        new("surveys-open", [Lano], On<LanoNominated>(eachTime: true) with { If = SurveysWereOpen })
            {
                LapsesWhen = Once(Steps.SurveysClose).Or(Another<LanoNominated>()), PreviewAfter = Steps.NotifyDcs, ExpectedWhen = OfficerIsNamed,
            },
        new("surveys-closing", [Lano, Pcf], new WorkingDaysBefore([Steps.SurveysClose], 1)) { PreviewAfter = Steps.NotifyDcs },
        new("lano-invitation", [Lano], On<LanoNominated>(eachTime: true))
            { CarriesLink = true, LapsesWhen = Another<LanoNominated>(), ExpectedWhen = OfficerIsNamed },
        OfficerLink(Lano),
        LeaderLink(Dcs),
        LeaderLink(Icb),
        LeaderLink(Pcf),
        new("annex-a-reminder", [Lano], new WorkingDaysBefore(AnnexA, 1)) { OfAnnexA = true },
        new("annex-a-reminder", [Lano], new HoursBefore(AnnexA, 2)) { OfAnnexA = true },
        new("annex-a-overdue", [Lano], new AtDeadline(AnnexA)) { OfAnnexA = true, OnlyIf = true },
        new("annex-a-overdue", [Dcs], new AtDeadline(AnnexA)) { OfAnnexA = true, OnlyIf = true },
        new("upload-refused", [Lano], On<UploadRefused>(eachTime: true) with { Quiet = EndOfVisit })
            { OnlyIf = true, PreviewAfter = Steps.LanoNominated, Example = NoticeExamples.UploadRefused },
        HandedIn<PaperFiled>("handed-in", Lano, RecorderRole.Lano, NoticeExamples.HandedIn),
        HandedIn<PaperFiled>("handed-in", Dcs, RecorderRole.Leader, NoticeExamples.HandedIn),
        HandedIn<PaperRefused>("hand-in-refused", Lano, RecorderRole.Lano, NoticeExamples.HandInRefused),
        HandedIn<PaperRefused>("hand-in-refused", Dcs, RecorderRole.Leader, NoticeExamples.HandInRefused),
        new("extra-item", [Lano], On<ExtraItemAsked>(eachTime: true))
            { OnlyIf = true, LapsesWhen = ExtraItemAnswered, PreviewAfter = Steps.LanoNominated, Example = NoticeExamples.ExtraItem },
        new("tracked-children", [Lano], On<ChildrenSelected>(eachTime: true))
            {
                LapsesWhen = Once(Steps.TrackedChildrenInformation).Or(Once(Steps.FeedbackMeeting)), ExpectedWhen = "the children have been selected",
            },
        new("fieldwork-starts", [Lano, Dcs, Icb], new WorkingDaysBefore([Steps.Fieldwork], 1)),
        new("on-site-starts", [Lano, Dcs, Icb], new WorkingDaysBefore([Steps.OnSite], 1)),
        new("concerns-call", [Dcs, Icb, Lano], On<OnSiteEnded>())
            { LapsesWhen = OnceDue(Steps.ConcernsCall), ExpectedWhen = "the on-site days have ended" },
        new("draft-shared", [Dcs, Icb, Lano], On<DraftReportShared>()) { Statutory = true, ExpectedWhen = "the draft has been shared" },
        new("comments-reminder", [Lano], new WorkingDaysBefore([Steps.DraftComments], 3)),
        new("comments-reminder", [Lano], new WorkingDaysBefore([Steps.DraftComments], 1)),
        new("final-shared", [Dcs, Icb, Lano], On<FinalReportShared>()) { Statutory = true, ExpectedWhen = "the final report has been shared" },
        new("complaint-received", [Dcs, LeadInspector], On<ComplaintReceived>())
            { OnlyIf = true, LapsesWhen = new("once resolved", late => late.Case.Resolution is not null), Example = NoticeExamples.Complaint },
        new("complaint-resolved", [Dcs, LeadInspector], On<ComplaintWasResolved>())
            { OnlyIf = true, PreviewAfter = Steps.FinalReport, Example = NoticeExamples.ComplaintResolved },
        new("published", [Dcs, Icb, Lano, Pcf, SecretaryOfStateForEducation, SecretaryOfStateForHealth], On<ReportPublished>())
            { Statutory = true, Disseminates = true, ExpectedWhen = ReportIsPublished },
        new("published", [PrincipalAuthority], On<ReportPublished>() with { If = AuthorityIsSeparate })
            { Statutory = true, Disseminates = true, ExpectedWhen = ReportIsPublished },
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 10)),
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 5)),
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 1)),
        new("plan-overdue", [Dcs, Icb], new DayAfterDeadline(Plans)) { OnlyIf = true },
        new("plan-confirmed", [PrincipalAuthority], On<PlanWasConfirmed>()) { OnlyIf = true, LapsesWhen = Once(Steps.PlanPublication) },
        new("plan-returned", [PrincipalAuthority], On<PlanReturned>(eachTime: true))
            {
                OnlyIf = true, PreviewAfter = Steps.PriorityActionPlan, Example = NoticeExamples.PlanReturned,
                LapsesWhen = new Condition<Lateness>("once no plan is sent back", late => late.Case.ReturnedPlan is null).Or(Another<PlanReturned>()),
            },
        DatesChanged(Dcs, Icb, Lano),
        DatesChanged(Pcf),
        DatesChanged(LeadInspector),
        DatesChanged(PrincipalAuthority),
        new("deferral-decided", [Dcs, Icb, Lano, Pcf], On<DeferralDecided>(eachTime: true)) { OnlyIf = true, Example = NoticeExamples.Deferral },
        new("paused", [Dcs, Icb, Lano, Pcf], On<InspectionPaused>(eachTime: true))
            {
                OnlyIf = true, Example = NoticeExamples.Pause,
                LapsesWhen = new Condition<Lateness>("once it goes on", late => late.Case.Paused is null).Or(Another<InspectionPaused>()),
            },
        new("resumed", [Dcs, Icb, Lano, Pcf], On<InspectionResumed>(eachTime: true))
            { OnlyIf = true, LapsesWhen = Another<InspectionPaused>(), Example = NoticeExamples.Resumption },
        new("correction", [Dcs, Icb, Lano, Pcf, LeadInspector, PrincipalAuthority, SecretaryOfStateForEducation, SecretaryOfStateForHealth],
            On<FactCorrected>(eachTime: true))
            { OnlyIf = true, OnlyToThoseTold = true, Example = NoticeExamples.Correction },
        new("withdrawn", [Dcs, Icb, Lano, Pcf], On<InspectionWithdrawn>() with { If = AreaWasNotified })
            { OnlyIf = true, Example = NoticeExamples.Withdrawal },
    ]);

    /// <summary>What a full inspection tells the director, the chief executive and the lead inspector, and nobody else.</summary>
    public static IEnumerable<NoticeRow> OfLeaders(params string[] templates) =>
        from row in Full
        where templates.Contains(row.Template)
        let to = row.To.Where(role => role is Dcs or Icb or LeadInspector).ToList()
        where to.Count > 0
        select row with { To = to };

    /// <summary>
    /// A deputy gets what goes to the officer, at the same moment, from being named on: an invitation and links of their own, and of all else a copy.
    /// </summary>
    public static IReadOnlyList<NoticeRow> WithDeputies(IReadOnlyList<NoticeRow> rows) =>
    [
        .. rows,
        .. from row in rows
           where row.To.Contains(Lano)
           let own = row.Template switch
           {
               "lano-invitation" => row with
               {
                   When = On<DeputyNamed>(eachTime: true) with { If = new("it names a person", named => named.Fact is DeputyNamed { Person: not null }) },
                   LapsesWhen = Another<DeputyNamed>(),
               },
               "lano-link" => OfficerLink(DeputyLano),
               _ => row,
           }
           select own with { To = [DeputyLano], Since = Deputies, OnlyIf = true, ExpectedWhen = null },
    ];

    private static NoticeRow OfficerLink(RecipientRole to) =>
        new("lano-link", [to], On<LanoLinkAsked>(eachTime: true) with { If = Condition.With<Happening, RecipientRole>("for", to, (asked, to) => IsFor(asked.Fact, to)) })
        {
            CarriesLink = true,
            OnlyIf = true,
            PreviewAfter = Steps.LanoNominated,
            LapsesWhen = Condition.With<Lateness, RecipientRole>("once asked again for", to, (late, to) => late.Since().Any(fact => IsFor(fact, to)))
                .Or(to == DeputyLano ? Another<DeputyNamed>() : Another<LanoNominated>()),
        };

    private static bool IsFor(InspectionEvent recorded, RecipientRole to) => recorded is LanoLinkAsked asked && asked.ForDeputy == (to == DeputyLano);

    private static NoticeRow LeaderLink(RecipientRole to) =>
        new("leader-link", [to], On<LeaderLinkAsked>(eachTime: true) with
        {
            If = Condition.With<Happening, RecipientRole>("for", to, (asked, to) => asked.Fact is LeaderLinkAsked { To: var whom } && whom == to),
        })
        {
            CarriesLink = true,
            OnlyIf = true,
            LapsesWhen = Condition.With<Lateness, RecipientRole>(
                "once asked again for", to, (late, to) => late.Since().Any(recorded => recorded is LeaderLinkAsked { To: var whom } && whom == to)),
        };

    /// <summary>When a fact is recorded.</summary>
    public static WhenRecorded On<TFact>(bool eachTime = false)
        where TFact : Fact => WhenRecorded.On<TFact>(eachTime);

    // What the area hands in itself; what coordinators put here is told by the notice of its fact.
    private static NoticeRow HandedIn<TFact>(string template, RecipientRole to, RecorderRole by, Func<Foreseen, IEnumerable<Fact>> example)
        where TFact : Fact => new(template, [to], On<TFact>(eachTime: true) with
        {
            If = Condition.With<Happening, RecorderRole>("handed in by", by, (told, by) =>
                told.Case.Recorded.FirstOrDefault(recorded => recorded.Event is PaperFiled filed && filed.Document == DocumentOf(told.Fact))?.By.Role == by),
        })
        {
            OnlyIf = true,
            PreviewAfter = Steps.DraftReport,
            Example = example,
        };

    private static Guid? DocumentOf(Fact fact) => fact switch
    {
        PaperFiled filed => filed.Document,
        PaperRefused refused => refused.Document,
        _ => null,
    };

    // Each of them has the same dates to know, as the first.
    private static NoticeRow DatesChanged(params RecipientRole[] to) =>
        new("dates-changed", to, WhenMoved(to[0])) { OnlyIf = true, NotWithCorrection = true, Example = NoticeExamples.MovedDate };

    // What a pause moved is told with the news that the inspection goes on; only who is not told that is told of the dates by themselves.
    private static WhenRecorded WhenMoved(RecipientRole to) =>
        new(MovedDates.Kinds.Where(kind => kind != typeof(InspectionResumed) || to is LeadInspector or PrincipalAuthority), eachTime: true)
        {
            If = AreaWasNotified.And(Condition.With<Happening, RecipientRole>("dates moved of", to, (moving, to) =>
                (to != PrincipalAuthority || HadItsOwnAuthority(moving.Fact, moving.Case)) && MovedDates.Of(moving.Fact, to, moving.Case).Any())),
        };

    /// <summary>Nobody outside has heard of an inspection before its notification, so nobody is told that it moved or ended.</summary>
    public static Condition<Happening> AreaWasNotified => new(
        "the area was notified",
        told => told.Case.Notification is { } notification && notification.HappenedAt <= told.Fact.HappenedAt);

    private static Condition<Happening> AuthorityIsSeparate => new("the principal authority is another", told => NoticeMatrix.HasItsOwnAuthority(told.Case));

    // What moved before the report named it was never a date of its.
    private static bool HadItsOwnAuthority(Fact fact, InspectionCase @case) =>
        NoticeMatrix.HasItsOwnAuthority(@case)
        && @case.Events.Skip(@case.Met[@case.RowOf(Anchor.FinalShared)!.Key].Seq).Any(recorded => ReferenceEquals(recorded.Event, fact));

    // An officer who is named after the surveys closed has nothing to distribute.
    private static Condition<Happening> SurveysWereOpen => new(
        "surveys were open",
        told => !told.Case.Met.TryGetValue(Steps.SurveysClose, out var closed)
            || told.Case.Events.Take(closed.Seq).Any(recorded => ReferenceEquals(recorded.Event, told.Fact)));

    /// <summary>Once a step is met. What the clock brings about has happened at its hour, also while another worker is still recording it.</summary>
    public static Condition<Lateness> Once(string step) => Condition.With<Lateness, string>("once", step, (late, step) =>
        late.Case.Met.ContainsKey(step)
        || (late.Plan.Find(step) is { Definition.ByClock.Hour: { } hour, DueDate: { } day } && LondonTime.At(day, hour) <= late.Now));

    /// <summary>From the moment of a step on, whether it is met or not.</summary>
    public static Condition<Lateness> OnceDue(string step) =>
        Condition.With<Lateness, string>("from the moment of", step, (late, step) => late.Plan[step].Due <= late.Now);

    private static Condition<Lateness> Another<TFact>()
        where TFact : Fact =>
        Condition.With<Lateness, Type>("on another", typeof(TFact), (late, kind) => late.Since().Any(recorded => recorded.GetType() == kind));

    private static Condition<Lateness> ExtraItemAnswered => new("once the item is answered", late =>
        late.Because > 0
        && late.Case.Events[late.Because - 1].Event is ExtraItemAsked asked
        && (late.Case.Items.ContainsKey(asked.Item) || late.Case.NotReceived.ContainsKey(asked.Item)));
}

using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using NodaTime;
using static AreaSend.Core.Timetables.Actor;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.DoneBy;
using static AreaSend.Core.Timetables.Rows;
using Phase = AreaSend.Core.Timetables.InspectionPhase;

namespace AreaSend.Core.Timetables;

/// <summary>
/// The edition in force from 30 January 2024: the law, as a table. The first line of a row says when, as the handbook's table does; the
/// lines under it say what shows it done, what it comes after, what begins with it and who may know.
/// </summary>
public static class AreaSend2024
{
    /// <summary>Working days between notification and the first on-site day (¶ 80, 82).</summary>
    public const int NoticeInWorkingDays = 10;

    private const string PlanUntilPublished = "The plan that the report asks for";

    /// <summary>Notices that the calendar brings about go out at this hour of the London day (product rule).</summary>
    public static readonly LocalTime StartOfBusiness = new(9, 0);

    /// <summary>The on-site days end with the feedback meeting; its end is taken to be this hour (product rule).</summary>
    public static readonly LocalTime CloseOfBusiness = new(17, 0);

    private static readonly AnnexARequest AnnexA = new(AnnexA2024.Catalogue.Items);

    private static readonly LocalTime ElevenAm = new(11, 0);
    private static readonly LocalTime FivePm = new(17, 0);

    private static IEnumerable<StepDefinition> Week1 =>
        In(Stage.ThreeWeeks,
            Step(
                Steps.NotifyDcs,
                "Director of children's services notified",
                Ofsted,
                Before(OnSiteStarts, NoticeInWorkingDays.WorkingDays(), StartOfBusiness),
                Clock,
                82) with
            {
                Marks = NotificationDay,
                MetBy = typeof(Notified),
                Begins = Phase.Notified,
                ProductRule = "at 9am",
                Words = new(
                    "The leaders have already been notified",
                    "The area was notified",
                    "The area has not been notified yet, so this cannot have happened. Wait for the notification day."),
            },
            Step(Steps.NotifyIcb, "Chief executive of the integrated care board notified", Cqc, On(NotificationDay), Clock, 82) with
            {
                MetBy = typeof(Notified),
            },
            Step(Steps.NotifyPcf, "Parent Carer Forum told", Ofsted, On(NotificationDay), Clock, 85, 101) with { MetBy = typeof(Notified) },
            Step(Steps.AnnexARequest, "Annex A information requested", Ofsted, On(NotificationDay), Clock, 80, 192) with { MetBy = typeof(Notified) },
            Step(Steps.SurveysOpen, "Surveys open", Ofsted, On(NotificationDay), Clock, 88) with
            {
                MetBy = typeof(Notified),
                Window = new("window-surveys", "Surveys are open", Steps.SurveysClose),
            },
            Step(
                Steps.LanoNominated,
                "Local area nominated officer (LANO) named",
                LocalArea,
                After(NotificationDay, 1.WorkingDays(), ElevenAm),
                Record,
                83) with
            {
                MetBy = typeof(LanoNominated),
                After = Steps.NotifyDcs,
                OwedUntil = OnSiteEnds,
                ProductRule = "by the time the lists are due",
            },
            Step(Steps.SetUpDiscussion, "Set-up discussion", LeadInspector, After(NotificationDay, 1.WorkingDays()), Passing, 85) with
            {
                WithOfficer = true,
                ProductRule = "the handbook says week 1",
            },
            Step(Steps.PersonLevelLists, "Person-level lists 1 and 2", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 196) with
            {
                OwedUntil = OnSiteEnds,
            },
            Step(Steps.ProvidersList, "List of providers and settings", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 205) with
            {
                OwedUntil = OnSiteEnds,
            },
            Step(Steps.Arrangements, $"Annex A items {AnnexA.NumbersOf(Steps.Arrangements)}", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 203) with
            {
                OwedUntil = OnSiteEnds,
            },
            Step(
                Steps.TrackedChildren,
                "About 6 children and young people selected for tracking",
                Inspectors,
                After(NotificationDay, 1.WorkingDays(), FivePm),
                Record,
                90,
                192) with
            {
                MetBy = typeof(ChildrenSelected),
                After = Steps.NotifyDcs,
                OwedUntil = OnSiteEnds,
                Words = new(
                    "The children have already been selected",
                    "The children were selected",
                    "The children have not been selected yet. Record that first."),
            },
            Step(Steps.FurtherInformation, $"Annex A items {AnnexA.NumbersOf(Steps.FurtherInformation)}", LocalArea, FridayOfWeek1(FivePm), Record, 192) with { OwedUntil = OnSiteEnds },
            Step(Steps.TrackedChildrenInformation, $"Annex A items {AnnexA.NumbersOf(Steps.TrackedChildrenInformation)} for each tracked child", LocalArea, FridayOfWeek1(FivePm), Record, 192, 206) with
            {
                OwedUntil = OnSiteEnds,
            });

    private static IEnumerable<StepDefinition> Weeks2And3 =>
        In(Stage.ThreeWeeks,
            Step(Steps.SurveysClose, "Surveys close", Ofsted, After(NotificationDay, 6.WorkingDays(), StartOfBusiness), Clock, 89) with
            {
                MetBy = typeof(SurveysClosed),
                ByClock = new(StartOfBusiness, at => new SurveysClosed(at)),
                After = Steps.NotifyDcs,
                Tells = Audience.Forum,
                WithOfficer = true,
                ProductRule = "at 9am, as in practice",
                Words = new("The surveys have already closed", "The surveys closed", "The surveys have not closed yet."),
            },
            Step(Steps.Fieldwork, "Off-site fieldwork begins", Inspectors, After(NotificationDay, 8.WorkingDays()), Clock, 80, 122) with
            {
                MetBy = typeof(FieldworkStarted),
                ByClock = new(StartOfBusiness, at => new FieldworkStarted(at)),
                After = Steps.NotifyDcs,
                Begins = Phase.Fieldwork,
                Tells = Audience.Forum,
                WithOfficer = true,
                Window = new("window-fieldwork", "Off-site fieldwork", Steps.OnSite) { EndsTheDayBefore = true },
                Words = new("Fieldwork has already begun", "Fieldwork began", "Fieldwork has not begun yet."),
            },
            Step(Steps.OnSite, "Inspectors come on site", Inspectors, new OnSiteDay(NoticeInWorkingDays), Clock, 80, 122) with
            {
                Marks = OnSiteStarts,
                MetBy = typeof(OnSiteStarted),
                ByClock = new(StartOfBusiness, at => new OnSiteStarted(at)),
                After = Steps.NotifyDcs,
                Begins = Phase.OnSite,
                Tells = Audience.Forum,
                WithOfficer = true,
                Window = new("window-on-site", "Inspectors are on site", Steps.FeedbackMeeting),
                Words = new(
                    "Inspectors have already come on site",
                    "Inspectors came on site",
                    "Inspectors have not come on site yet, so the on-site days cannot have ended."),
            },
            Step(Steps.LeadersMeeting, "Meeting with leaders", LeadInspector, On(OnSiteStarts), Passing, 126) with
            {
                Tells = Audience.Forum,
                WithOfficer = true,
            },
            Step(Steps.FeedbackMeeting, "Feedback meeting on the last on-site day", LeadInspector, After(OnSiteStarts, 4.WorkingDays()), Clock, 132) with
            {
                Marks = OnSiteEnds,
                MetBy = typeof(OnSiteEnded),
                ByClock = new(CloseOfBusiness, at => new OnSiteEnded(at)),
                After = Steps.OnSite,
                Begins = Phase.Drafting,
                Opens = Stage.Report,
                Tells = Audience.Forum,
                WithOfficer = true,
                Words = new(
                    "The on-site days have already ended",
                    "The on-site days ended",
                    "The on-site days have not ended yet, so there can be no draft report."),
            },
            Step(Steps.ConcernsCall, "Local area may call a senior Ofsted leader", LocalArea, After(OnSiteEnds, 1.WorkingDays()), Passing, 133, 155) with
            {
                IsRight = true,
            });

    private static IEnumerable<StepDefinition> Report =>
        In(Stage.Report,
            Step(Steps.DraftReport, "Draft report shared", Ofsted, After(OnSiteEnds, 14.WorkingDays()), Record, 136) with
            {
                Marks = DraftShared,
                MetBy = typeof(DraftReportShared),
                After = Steps.FeedbackMeeting,
                Begins = Phase.DraftShared,
                Tells = Audience.Forum,
                Window = new("window-comments", "The area may comment on the draft", Steps.DraftComments),
                Words = StepWords.Of("The draft report", "shared"),
            },
            Step(Steps.DraftComments, "Local area comments on the draft", LocalArea, After(DraftShared, 10.WorkingDays()), Passing, 137) with
            {
                IsRight = true,
                MetBy = typeof(CommentsReceived),
                After = Steps.DraftReport,
                ClosedBy = new(Steps.FinalReport, "comments on the draft can no longer be taken"),
                Words = new("Comments have already been received", "Comments were received", "No comments have been received yet."),
            },
            Step(Steps.FinalReport, "Final report and responses shared", Ofsted, After(OnSiteEnds, 30.WorkingDays()), Record, 137) with
            {
                Follows = Steps.DraftComments,
                Marks = FinalShared,
                MetBy = typeof(FinalReportShared),
                After = Steps.DraftReport,
                Begins = Phase.FinalShared,
                Tells = Audience.Forum,
                Window = new("window-complaint", "The area may complain", Steps.Complaint),
                Words = StepWords.Of("The final report", "shared"),
            },
            Step(Steps.Complaint, "Local area may complain", LocalArea, After(FinalShared, 5.WorkingDays()), Passing, 138) with
            {
                IsRight = true,
                Marks = ComplaintWindowCloses,
                MetBy = typeof(ComplaintReceived),
                After = Steps.FinalReport,
                ClosedBy = new(Steps.Publication, "a complaint can no longer hold it; handle it outside this timetable"),
                Words = new(
                    "A complaint has already been received",
                    "The complaint was received",
                    "No complaint has been received, so none can be resolved."),
            },
            Step(Steps.Publication, "Report published", Ofsted, After(ComplaintWindowCloses, 3.WorkingDays()), Record, 138) with
            {
                Marks = Published,
                MetBy = typeof(ReportPublished),
                After = Steps.FinalReport,
                Begins = Phase.Published,
                Opens = Stage.Plan,
                Tells = Audience.Forum,
                HeldByComplaint = true,
                ProductRule = "a complaint holds it until resolved, then 3 working days",
                Words = StepWords.Of("The report", "published"),
            },
            Step(Steps.Dissemination, "Report sent to those the regulations name", OfstedAndCqc, On(Published), Clock, 140) with
            {
                MetBy = typeof(ReportDisseminated),
                ByClock = new(Hour: null, at => new ReportDisseminated(at)),
                After = Steps.Publication,
                Completes = true,
                Words = StepWords.Of("The report", "disseminated"),
            },
            Step(Steps.PcfCopy, "Parent Carer Forum given a copy of the report", LocalArea, On(FinalShared), Passing, 139) with { Tells = Audience.Forum },
            Step(Steps.AreaPublishes, "Report on the websites of the local authority and its partners", LocalArea, On(Published), Passing, 139) with
            {
                Tells = Audience.Forum,
                ProductRule = "not before Ofsted publishes",
            });

    private static IEnumerable<StepDefinition> Plan =>
        In(Stage.Plan,
            Step(Steps.StrategicPlan, "Strategic plan updated and published", LocalArea, After(FinalShared, 35.WorkingDays()), Record, 143, 144) with
            {
                OnlyForOutcomes = [1, 2],
                MetBy = typeof(PlanPublished),
                After = Steps.FinalReport,
                Follows = Steps.Publication,
                Opens = Stage.FollowUp,
                Completes = true,
                UntilPublished = PlanUntilPublished,
                Words = StepWords.Of("The plan", "published"),
            },
            Step(
                Steps.PriorityActionPlan,
                "Priority action plan submitted to Ofsted and CQC",
                PrincipalAuthority,
                After(FinalShared, 35.WorkingDays()),
                Record,
                147,
                148) with
            {
                OnlyForOutcomes = [3],
                MetBy = typeof(PlanReceived),
                ReopenedBy = typeof(PlanReturned),
                After = Steps.FinalReport,
                ClosedBy = new(Steps.PlanReview),
                Tells = Audience.PrincipalAuthority,
                UntilPublished = PlanUntilPublished,
                Words = new(
                    "The priority action plan has already been received",
                    "The plan was received",
                    "No priority action plan has been received. Record that first."),
            },
            Step(
                Steps.PlanReview,
                "Priority action plan confirmed or sent back",
                OfstedAndCqc,
                new NoDate(FinalShared, "Priority action plan to be confirmed or sent back"),
                Record,
                148,
                149) with
            {
                OnlyForOutcomes = [3],
                Marks = PlanConfirmed,
                MetBy = typeof(PlanWasConfirmed),
                After = Steps.PriorityActionPlan,
                Discloses = true,
                Words = new(
                    "The priority action plan has already been confirmed",
                    "The plan was confirmed",
                    "The priority action plan has not been confirmed yet. Record that first."),
            },
            Step(Steps.PlanPublication, "Priority action plan published", PrincipalAuthority, After(PlanConfirmed, 5.WorkingDays()), Record, 150) with
            {
                OnlyForOutcomes = [3],
                MetBy = typeof(PlanPublished),
                After = Steps.PlanReview,
                Opens = Stage.FollowUp,
                Completes = true,
                Tells = Audience.PrincipalAuthority,
                Discloses = true,
                Words = StepWords.Of("The plan", "published"),
            });

    private static IEnumerable<StepDefinition> FollowUp =>
        In(Stage.FollowUp,
            Step(Steps.MonitoringInspection, "Monitoring inspection", OfstedAndCqc, Within(Published, months: 18), Passing, 20) with
            {
                OnlyForOutcomes = [3],
                Discloses = true,
            },
            Step(Steps.NextFullInspection, "Next full inspection", OfstedAndCqc, Within(OnSiteEnds, months: 60), Passing, 20, 37) with
            {
                OnlyForOutcomes = [1],
                Discloses = true,
                ProductRule = "counted from the last on-site day",
            },
            Step(Steps.NextFullInspection, "Next full inspection", OfstedAndCqc, Within(OnSiteEnds, months: 36), Passing, 20, 37) with
            {
                OnlyForOutcomes = [2, 3],
                Discloses = true,
                ProductRule = "counted from the last on-site day",
            });

    /// <summary>A full inspection (handbook, part 2).</summary>
    public static InspectionType Full { get; } =
        new(InspectionKind.Full, "Full inspection", Product.Report, ResultForm.Outcome, [.. Week1, .. Weeks2And3, .. Report, .. Plan, .. FollowUp])
        {
            Asks = AnnexA,
            Notices = AreaSend2024Notices.Full,
        };

    /// <summary>A monitoring inspection (handbook, part 3).</summary>
    public static InspectionType Monitoring { get; } = AreaSend2024Monitoring.Of(Full);

    /// <summary>An engagement meeting (handbook, part 4).</summary>
    public static InspectionType Engagement { get; } = AreaSend2024Engagement.With(new BusinessHours(StartOfBusiness, CloseOfBusiness));

    /// <summary>A thematic visit (¶ 16).</summary>
    public static InspectionType Thematic { get; } = AreaSend2024Visits.Thematic(Full, new BusinessHours(StartOfBusiness, CloseOfBusiness));

    /// <summary>A re-visit under the framework before this one (¶ 23).</summary>
    public static InspectionType Revisit { get; } = AreaSend2024Visits.Revisit(Full, new BusinessHours(StartOfBusiness, CloseOfBusiness));

    /// <summary>The whole edition.</summary>
    public static FrameworkEdition Edition { get; } = new(
        "area-send-2024-01-30",
        InForceFrom: new LocalDate(2024, 1, 30),
        NoticeInWorkingDays,
        new BusinessHours(StartOfBusiness, CloseOfBusiness),
        AnnexA2024.Catalogue,
        AreaSend2024Cycle.Rules,
        Types: [Full, Monitoring, Engagement, Thematic, Revisit]);
}

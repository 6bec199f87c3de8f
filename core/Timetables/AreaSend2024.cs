using NodaTime;
using static AreaSend.Core.Timetables.Actor;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.DoneBy;

namespace AreaSend.Core.Timetables;

/// <summary>The edition in force from 30 January 2024: the law, as a table. One row, one line, its paragraphs.</summary>
public static class AreaSend2024
{
    /// <summary>Working days between notification and the first on-site day (¶ 80, 82).</summary>
    public const int NoticeInWorkingDays = 10;

    /// <summary>Notices that the calendar brings about go out at this hour of the London day (product rule).</summary>
    public static readonly LocalTime StartOfBusiness = new(9, 0);

    /// <summary>The on-site days end with the feedback meeting; its end is taken to be this hour (product rule).</summary>
    public static readonly LocalTime CloseOfBusiness = new(17, 0);

    private static readonly LocalTime ElevenAm = new(11, 0);
    private static readonly LocalTime FivePm = new(17, 0);

    /// <summary>The whole edition.</summary>
    public static FrameworkEdition Edition { get; } = new("area-send-2024-01-30", new LocalDate(2024, 1, 30),
    [
        // Week 1
        Step(Steps.NotifyDcs, "Director of children's services notified", Ofsted, Before(OnSiteStarts, NoticeInWorkingDays.WorkingDays(), StartOfBusiness), Clock, 82) with { Marks = NotificationDay, ProductRule = "at 9am" },
        Step(Steps.NotifyIcb, "Chief executive of the integrated care board notified", Cqc, On(NotificationDay), Clock, 82),
        Step(Steps.NotifyPcf, "Parent Carer Forum told", Ofsted, On(NotificationDay), Clock, 85, 101),
        Step(Steps.AnnexARequest, "Annex A information requested", Ofsted, On(NotificationDay), Clock, 80, 192),
        Step(Steps.SurveysOpen, "Surveys open", Ofsted, On(NotificationDay), Clock, 88),
        Step(Steps.LanoNominated, "Local area nominated officer (LANO) named", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 83) with { ProductRule = "by the time the lists are due" },
        Step(Steps.SetUpDiscussion, "Set-up discussion", LeadInspector, After(NotificationDay, 1.WorkingDays()), Passing, 85) with { ProductRule = "the handbook says week 1" },
        Step(Steps.PersonLevelLists, "Person-level lists 1 and 2", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 196),
        Step(Steps.ProvidersList, "List of providers and settings", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 205),
        Step(Steps.Arrangements, "Annex A items 1.1 to 1.7", LocalArea, After(NotificationDay, 1.WorkingDays(), ElevenAm), Record, 192, 203),
        Step(Steps.TrackedChildren, "About 6 children and young people selected for tracking", Inspectors, After(NotificationDay, 1.WorkingDays(), FivePm), Record, 90, 192),
        Step(Steps.FurtherInformation, "Annex A items 2.1 to 6.4", LocalArea, FridayOfWeek1(FivePm), Record, 192),
        Step(Steps.TrackedChildrenInformation, "Annex A items 7.1 to 7.7 for each tracked child", LocalArea, FridayOfWeek1(FivePm), Record, 192, 206),

        // Week 2
        Step(Steps.SurveysClose, "Surveys close", Ofsted, After(NotificationDay, 6.WorkingDays(), StartOfBusiness), Clock, 89) with { ProductRule = "at 9am, as in practice" },
        Step(Steps.Fieldwork, "Off-site fieldwork begins", Inspectors, After(NotificationDay, 8.WorkingDays()), Clock, 80, 122),

        // Week 3
        Step(Steps.OnSite, "Inspectors come on site", Inspectors, new OnSiteDay(), Clock, 80, 122) with { Marks = OnSiteStarts },
        Step(Steps.LeadersMeeting, "Meeting with leaders", LeadInspector, On(OnSiteStarts), Passing, 126),
        Step(Steps.FeedbackMeeting, "Feedback meeting on the last on-site day", LeadInspector, After(OnSiteStarts, 4.WorkingDays()), Clock, 132) with { Marks = OnSiteEnds },
        Step(Steps.ConcernsCall, "Local area may call a senior Ofsted leader", LocalArea, After(OnSiteEnds, 1.WorkingDays()), Passing, 133, 155),

        // Report
        Step(Steps.DraftReport, "Draft report shared", Ofsted, After(OnSiteEnds, 14.WorkingDays()), Record, 136) with { Marks = DraftShared },
        Step(Steps.DraftComments, "Local area comments on the draft", LocalArea, After(DraftShared, 10.WorkingDays()), Passing, 137),
        Step(Steps.FinalReport, "Final report and responses shared", Ofsted, After(OnSiteEnds, 30.WorkingDays()), Record, 137) with { Marks = FinalShared },
        Step(Steps.Complaint, "Local area may complain", LocalArea, After(FinalShared, 5.WorkingDays()), Passing, 138) with { Marks = ComplaintWindowCloses },
        Step(Steps.Publication, "Report published", Ofsted, After(ComplaintWindowCloses, 3.WorkingDays()), Record, 138) with { Marks = Published, HeldByComplaint = true, ProductRule = "a complaint holds it until resolved, then 3 working days" },
        Step(Steps.Dissemination, "Report sent to those the regulations name", OfstedAndCqc, On(Published), Clock, 140),
        Step(Steps.PcfCopy, "Parent Carer Forum given a copy of the report", LocalArea, On(FinalShared), Passing, 139),
        Step(Steps.AreaPublishes, "Report on the websites of the local authority and its partners", LocalArea, On(Published), Passing, 139) with { ProductRule = "not before Ofsted publishes" },

        // Plan
        Step(Steps.StrategicPlan, "Strategic plan updated and published", LocalArea, After(FinalShared, 35.WorkingDays()), Record, 143, 144) with { OnlyForOutcomes = [1, 2] },
        Step(Steps.PriorityActionPlan, "Priority action plan submitted to Ofsted and CQC", PrincipalAuthority, After(FinalShared, 35.WorkingDays()), Record, 147, 148) with { OnlyForOutcomes = [3] },
        Step(Steps.PlanReview, "Priority action plan confirmed or sent back", OfstedAndCqc, new NoDate(FinalShared), Record, 148, 149) with { Marks = PlanConfirmed, OnlyForOutcomes = [3] },
        Step(Steps.PlanPublication, "Priority action plan published", PrincipalAuthority, After(PlanConfirmed, 5.WorkingDays()), Record, 150) with { OnlyForOutcomes = [3] },

        // Follow-up
        Step(Steps.MonitoringInspection, "Monitoring inspection", OfstedAndCqc, Within(Published, months: 18), Passing, 20) with { OnlyForOutcomes = [3] },
        Step(Steps.NextFullInspection, "Next full inspection", OfstedAndCqc, Within(OnSiteEnds, months: 60), Passing, 20, 37) with { OnlyForOutcomes = [1], ProductRule = "counted from the last on-site day" },
        Step(Steps.NextFullInspection, "Next full inspection", OfstedAndCqc, Within(OnSiteEnds, months: 36), Passing, 20, 37) with { OnlyForOutcomes = [2, 3], ProductRule = "counted from the last on-site day" },
    ]);

    private static StepDefinition Step(string key, string title, Actor actor, DueRule due, DoneBy doneBy, params int[] cites) =>
        new(key, title, actor, due, cites, doneBy);

    private static WorkingDaysAfter On(Anchor anchor) => new(anchor, 0);

    private static WorkingDaysAfter After(Anchor anchor, WorkingDayCount count, LocalTime? by = null) => new(anchor, count.Days, by);

    private static WorkingDaysAfter Before(Anchor anchor, WorkingDayCount count, LocalTime? by = null) => new(anchor, -count.Days, by);

    private static EndOfWeekOne FridayOfWeek1(LocalTime by) => new(by);

    private static MonthsAfter Within(Anchor anchor, int months) => new(anchor, months);

    private static WorkingDayCount WorkingDays(this int days) => new(days);

    private readonly record struct WorkingDayCount(int Days);
}

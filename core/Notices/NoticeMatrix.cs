using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using static AreaSend.Core.Notices.RecipientRole;

namespace AreaSend.Core.Notices;

/// <summary>One line of the matrix: which notice goes to whom, and when.</summary>
/// <param name="Template">Name of the notice.</param>
/// <param name="To">The roles it goes to. Before an officer has been nominated, what is for the officer goes to the director instead.</param>
/// <param name="When">What makes it owed.</param>
/// <param name="Statutory">It has to be served: if it bounces, it stands on top of the worklist until it has been.</param>
public sealed record NoticeRow(string Template, IReadOnlyList<RecipientRole> To, NoticeTrigger When, bool Statutory = false)
{
    /// <summary>Stands for the steps of whatever an inspection asks of Annex A.</summary>
    internal static readonly IReadOnlyList<string> OfAnnexA = [];

    /// <summary>The steps of a trigger in one inspection: whatever speaks of Annex A speaks of the items that inspectors asked for besides, too.</summary>
    public IEnumerable<string> StepsIn(InspectionCase @case, IReadOnlyList<string> steps) =>
        ReferenceEquals(steps, OfAnnexA) ? @case.Type.Asks.Steps.Concat(@case.Annex.Extra.Keys) : steps;
}

/// <summary>Who is told what, and when, in a full inspection.</summary>
public static class NoticeMatrix
{
    private static readonly string[] Plans = [Steps.StrategicPlan, Steps.PriorityActionPlan];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<NoticeRow> Rows { get; } =
    [
        new("notification", [Dcs, Icb, Pcf], On<Notified>(), Statutory: true),
        new("surveys-open", [Pcf], On<Notified>()),
        new("surveys-open", [Lano], On<LanoNominated>(eachTime: true)),
        new("surveys-closing", [Lano, Pcf], new WorkingDaysBefore([Steps.SurveysClose], 1)),
        new("lano-invitation", [Lano], On<LanoNominated>(eachTime: true)),
        new("annex-a-reminder", [Lano], new WorkingDaysBefore(NoticeRow.OfAnnexA, 1)),
        new("annex-a-reminder", [Lano], new HoursBefore(NoticeRow.OfAnnexA, 2)),
        new("annex-a-overdue", [Lano, Dcs], new AtDeadline(NoticeRow.OfAnnexA)),
        new("upload-refused", [Lano], On<UploadRefused>(eachTime: true)),
        new("extra-item", [Lano], On<ExtraItemAsked>(eachTime: true)),
        new("tracked-children", [Lano], On<ChildrenSelected>(eachTime: true)),
        new("fieldwork-starts", [Lano, Dcs, Icb], new WorkingDaysBefore([Steps.Fieldwork], 1)),
        new("on-site-starts", [Lano, Dcs, Icb], new WorkingDaysBefore([Steps.OnSite], 1)),
        new("concerns-call", [Dcs, Icb, Lano], On<OnSiteEnded>()),
        new("draft-shared", [Dcs, Icb, Lano], On<DraftReportShared>(), Statutory: true),
        new("comments-reminder", [Lano], new WorkingDaysBefore([Steps.DraftComments], 3)),
        new("comments-reminder", [Lano], new WorkingDaysBefore([Steps.DraftComments], 1)),
        new("final-shared", [Dcs, Icb, Lano], On<FinalReportShared>(), Statutory: true),
        new("complaint-received", [Dcs, LeadInspector], On<ComplaintReceived>()),
        new("complaint-resolved", [Dcs, LeadInspector], On<ComplaintWasResolved>()),
        new("published", [Dcs, Icb, Lano, Pcf, SecretaryOfStateForEducation, SecretaryOfStateForHealth], On<ReportPublished>(), Statutory: true),
        new("published", [PrincipalAuthority], new WhenRecorded((fact, @case) => fact is ReportPublished && IsSeparate(@case)), Statutory: true),
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 10)),
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 5)),
        new("plan-reminder", [PrincipalAuthority], new WorkingDaysBefore(Plans, 1)),
        new("plan-overdue", [Dcs, Icb], new DayAfterDeadline(Plans)),
        new("plan-confirmed", [PrincipalAuthority], On<PlanWasConfirmed>()),
        new("plan-returned", [PrincipalAuthority], On<PlanReturned>(eachTime: true)),
        new("dates-changed", [Dcs, Icb, Lano], WhenMoved(Dcs)),
        new("dates-changed", [Pcf], WhenMoved(Pcf)),
        new("dates-changed", [LeadInspector], WhenMoved(LeadInspector)),
        new("dates-changed", [PrincipalAuthority], WhenMoved(PrincipalAuthority)),
        new("deferral-decided", [Dcs, Icb, Lano, Pcf], On<DeferralDecided>(eachTime: true)),
        new("paused", [Dcs, Icb, Lano, Pcf], On<InspectionPaused>(eachTime: true)),
        new("resumed", [Dcs, Icb, Lano, Pcf], On<InspectionResumed>(eachTime: true)),
        new("withdrawn", [Dcs, Icb, Lano, Pcf], new WhenRecorded((fact, @case) => fact is InspectionWithdrawn && WasNotified(fact, @case))),
    ];

    /// <summary>Whether a notice has to be served.</summary>
    public static bool IsStatutory(string template) => Rows.Any(row => row.Template == template && row.Statutory);

    /// <summary>Who sends it: CQC notifies the chief executive of the integrated care board (¶ 82); every other notice is Ofsted's, for both.</summary>
    public static Actor SenderOf(NoticeKey notice) => notice is { Template: "notification", To: Icb } ? Actor.Cqc : Actor.Ofsted;

    private static WhenRecorded On<TFact>(bool eachTime = false)
        where TFact : Fact => new((fact, _) => fact is TFact, eachTime);

    private static WhenRecorded WhenMoved(RecipientRole to) =>
        new((fact, @case) => WasNotified(fact, @case) && (to != PrincipalAuthority || HadItsOwnAuthority(fact, @case)) && MovedDates.Of(fact, to, @case).Any(), EachTime: true);

    // Nobody outside has heard of an inspection before its notification, so nobody is told that it moved or ended.
    private static bool WasNotified(Fact fact, InspectionCase @case) =>
        @case.Notification is { } notification && notification.HappenedAt <= fact.HappenedAt;

    // What moved before the report named it was never a date of its.
    private static bool HadItsOwnAuthority(Fact fact, InspectionCase @case) =>
        IsSeparate(@case) && @case.Events.Skip(@case.Met[@case.RowOf(Anchor.FinalShared)!.Key].Seq).Any(recorded => ReferenceEquals(recorded.Event, fact));

    internal static bool IsSeparate(InspectionCase @case) => @case.Outcome is Outcome.WidespreadFailings { IsSeparate: true };
}

/// <summary>The dates that a fact moved.</summary>
public static class MovedDates
{
    /// <summary>Empty for facts that move none.</summary>
    public static IReadOnlyList<MovedDate> Of(Fact fact) => fact switch
    {
        InspectionResumed resumed => resumed.Moved,
        DeadlineOverridden overridden => overridden.Moved,
        CalendarChanged changed => changed.Moved,
        PublicationHeld held => held.Moved,
        PublicationHoldLifted lifted => lifted.Moved,
        _ => [],
    };

    /// <summary>Those that concern a role: the forum has been told of the weeks and of the report, a principal authority of its plan; leaders, their officer and the lead inspector have to know all.</summary>
    public static IEnumerable<MovedDate> Of(Fact fact, RecipientRole to, InspectionCase @case) => Of(fact).Where(moved => to switch
    {
        Pcf => Tells(@case, moved.Step, Audience.Forum),
        PrincipalAuthority => Tells(@case, moved.Step, Audience.PrincipalAuthority),
        _ => true,
    });

    private static bool Tells(InspectionCase @case, string step, Audience whom) => @case.Rows.Any(row => row.Key == step && row.Tells.HasFlag(whom));
}

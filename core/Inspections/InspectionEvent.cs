using System.Text.Json.Serialization;
using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>
/// Something that happened to one inspection. Events are the truth: they are appended, never changed, and hold no personal data;
/// people are named by the identifier of their entry in the inspection's list of people.
/// </summary>
public abstract record InspectionEvent
{
    /// <summary>
    /// Every kind of event by its name in the store, which is never changed. They stand in the order in which an inspection needs them: what a coordinator
    /// can record is offered in this order.
    /// </summary>
    private static readonly IReadOnlyList<(Type Type, string Kind)> Listed =
    [
        (typeof(Planned), "planned"),
        (typeof(Notified), "notified"),
        (typeof(LanoNominated), "lano-nominated"),
        (typeof(DeputyNamed), "deputy-named"),
        (typeof(LanoLinkAsked), "lano-link-asked"),
        (typeof(LeaderLinkAsked), "leader-link-asked"),
        (typeof(ItemsAsked), "items-asked"),
        (typeof(ItemReceived), "item-received"),
        (typeof(UploadArrived), "upload-arrived"),
        (typeof(UploadScanned), "upload-scanned"),
        (typeof(UploadAccepted), "upload-accepted"),
        (typeof(UploadRefused), "upload-refused"),
        (typeof(ListTakenAsItIs), "list-taken-as-it-is"),
        (typeof(PaperFiled), "paper-filed"),
        (typeof(PaperAccepted), "paper-accepted"),
        (typeof(PaperRefused), "paper-refused"),
        (typeof(ItemNotHeld), "item-not-held"),
        (typeof(ExtraItemAsked), "extra-item-asked"),
        (typeof(ChildrenSelected), "children-selected"),
        (typeof(SupportDiscussed), "support-discussed"),
        (typeof(SelfEvaluationReceived), "self-evaluation-received"),
        (typeof(AgendaAgreed), "agenda-agreed"),
        (typeof(MeetingHeld), "meeting-held"),
        (typeof(MeetingLetterSent), "meeting-letter-sent"),
        (typeof(RevisitLetterShared), "revisit-letter-shared"),
        (typeof(SurveysClosed), "surveys-closed"),
        (typeof(FieldworkStarted), "fieldwork-started"),
        (typeof(OnSiteStarted), "on-site-started"),
        (typeof(OnSiteEnded), "on-site-ended"),
        (typeof(NotReceived), "not-received"),
        (typeof(DraftReportShared), "draft-shared"),
        (typeof(CommentsReceived), "comments-received"),
        (typeof(FinalReportShared), "final-shared"),
        (typeof(ComplaintReceived), "complaint-received"),
        (typeof(ComplaintWasResolved), "complaint-resolved"),
        (typeof(ReportPublished), "published"),
        (typeof(ReportDisseminated), "disseminated"),
        (typeof(PlanReceived), "plan-received"),
        (typeof(PlanReturned), "plan-returned"),
        (typeof(PlanWasConfirmed), "plan-confirmed"),
        (typeof(PlanPublished), "plan-published"),
        (typeof(DeadlineOverridden), "overridden"),
        (typeof(DeferralAsked), "deferral-asked"),
        (typeof(DeferralDecided), "deferral-decided"),
        (typeof(InspectionPaused), "paused"),
        (typeof(InspectionResumed), "resumed"),
        (typeof(InspectionWithdrawn), "withdrawn"),
        (typeof(PublicationHeld), "publication-held"),
        (typeof(PublicationHoldLifted), "publication-hold-lifted"),
        (typeof(CalendarChanged), "calendar-changed"),
        (typeof(FactCorrected), "corrected"),
        (typeof(DidNotHappen), "did-not-happen"),
        (typeof(DisposedOf), "disposed-of"),
        (typeof(KeptForLonger), "kept-for-longer"),
        (typeof(KeptNoLonger), "kept-no-longer"),
        (typeof(NoticeRaised), "notice-raised"),
        (typeof(NoticeSent), "notice-sent"),
        (typeof(NoticeUndeliverable), "notice-undeliverable"),
        (typeof(NoticeServedOtherwise), "notice-served-otherwise"),
        (typeof(NoticeInDoubt), "notice-in-doubt"),
        (typeof(NoticeLapsed), "notice-lapsed"),
    ];

    private static readonly IReadOnlyDictionary<Type, string> KindsByType = Listed.ToDictionary(listed => listed.Type, listed => listed.Kind);

    private static readonly IReadOnlyDictionary<string, Type> TypesByKind = Listed.ToDictionary(listed => listed.Kind, listed => listed.Type);

    private static readonly IReadOnlyDictionary<Type, int> Places = Listed.Index().ToDictionary(listed => listed.Item.Type, listed => listed.Index);

    /// <summary>The names of all kinds of event, in the order in which an inspection needs them.</summary>
    public static IEnumerable<string> Kinds => Listed.Select(listed => listed.Kind);

    /// <summary>Stable name of the kind of event, for instance <c>draft-shared</c>. It stands first in JSON, and says what follows.</summary>
    [JsonPropertyOrder(-1)]
    public string Kind => KindOf(GetType());

    /// <summary>The name of a kind of event.</summary>
    public static string KindOf(Type type) => KindsByType[type];

    /// <summary>The type of the events of a kind; null when there is no such kind.</summary>
    public static Type? TypeOf(string kind) => TypesByKind.GetValueOrDefault(kind);

    /// <summary>Where a kind of event stands among all of them, in the order in which an inspection needs them.</summary>
    public static int PlaceOf(Type type) => Places[type];
}

/// <summary>An event that happened at a moment of its own, which may lie before the moment it was recorded.</summary>
/// <param name="HappenedAt">The moment it happened, never in the future. Its London date is what deadlines are counted from.</param>
public abstract record Fact(Instant HappenedAt) : InspectionEvent
{
    /// <summary>The London date on which it happened.</summary>
    [JsonIgnore]
    public LocalDate On => LondonTime.DateOf(HappenedAt);

    /// <summary>A fact that says no more than when it happened; null for a kind that says more.</summary>
    public static Fact? Plain(Type kind, Instant happenedAt) => (Fact?)kind.GetConstructor([typeof(Instant)])?.Invoke([happenedAt]);
}

/// <summary>An event as the store keeps it.</summary>
/// <param name="Seq">Position in the inspection's stream, from 1, without gaps.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(int Seq, Instant RecordedAt, Recorder By, InspectionEvent Event);

/// <summary>A date that moved.</summary>
/// <param name="Step">Key of the step.</param>
/// <param name="From">The old due date; null when there was none.</param>
/// <param name="To">The new due date; null when there is none now.</param>
public sealed record MovedDate(string Step, LocalDate? From, LocalDate? To);

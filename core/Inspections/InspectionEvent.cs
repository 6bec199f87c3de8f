using System.Reflection;
using System.Text.Json.Serialization;
using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>
/// Something that happened to one inspection. Events are the truth: they are appended, never changed, and hold no personal data;
/// people are named by the identifier of their entry in the inspection's list of people.
/// </summary>
/// <remarks>They are listed in the order in which an inspection needs them: what a coordinator can record is offered in this order.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(Notified), "notified")]
[JsonDerivedType(typeof(LanoNominated), "lano-nominated")]
[JsonDerivedType(typeof(DeputyNamed), "deputy-named")]
[JsonDerivedType(typeof(LanoLinkAsked), "lano-link-asked")]
[JsonDerivedType(typeof(LeaderLinkAsked), "leader-link-asked")]
[JsonDerivedType(typeof(ItemsAsked), "items-asked")]
[JsonDerivedType(typeof(ItemReceived), "item-received")]
[JsonDerivedType(typeof(UploadArrived), "upload-arrived")]
[JsonDerivedType(typeof(UploadScanned), "upload-scanned")]
[JsonDerivedType(typeof(UploadAccepted), "upload-accepted")]
[JsonDerivedType(typeof(UploadRefused), "upload-refused")]
[JsonDerivedType(typeof(ListTakenAsItIs), "list-taken-as-it-is")]
[JsonDerivedType(typeof(PaperFiled), "paper-filed")]
[JsonDerivedType(typeof(PaperAccepted), "paper-accepted")]
[JsonDerivedType(typeof(PaperRefused), "paper-refused")]
[JsonDerivedType(typeof(ItemNotHeld), "item-not-held")]
[JsonDerivedType(typeof(ExtraItemAsked), "extra-item-asked")]
[JsonDerivedType(typeof(ChildrenSelected), "children-selected")]
[JsonDerivedType(typeof(SupportDiscussed), "support-discussed")]
[JsonDerivedType(typeof(SelfEvaluationReceived), "self-evaluation-received")]
[JsonDerivedType(typeof(AgendaAgreed), "agenda-agreed")]
[JsonDerivedType(typeof(MeetingHeld), "meeting-held")]
[JsonDerivedType(typeof(MeetingLetterSent), "meeting-letter-sent")]
[JsonDerivedType(typeof(RevisitLetterShared), "revisit-letter-shared")]
[JsonDerivedType(typeof(SurveysClosed), "surveys-closed")]
[JsonDerivedType(typeof(FieldworkStarted), "fieldwork-started")]
[JsonDerivedType(typeof(OnSiteStarted), "on-site-started")]
[JsonDerivedType(typeof(OnSiteEnded), "on-site-ended")]
[JsonDerivedType(typeof(NotReceived), "not-received")]
[JsonDerivedType(typeof(DraftReportShared), "draft-shared")]
[JsonDerivedType(typeof(CommentsReceived), "comments-received")]
[JsonDerivedType(typeof(FinalReportShared), "final-shared")]
[JsonDerivedType(typeof(ComplaintReceived), "complaint-received")]
[JsonDerivedType(typeof(ComplaintWasResolved), "complaint-resolved")]
[JsonDerivedType(typeof(ReportPublished), "published")]
[JsonDerivedType(typeof(ReportDisseminated), "disseminated")]
[JsonDerivedType(typeof(PlanReceived), "plan-received")]
[JsonDerivedType(typeof(PlanReturned), "plan-returned")]
[JsonDerivedType(typeof(PlanWasConfirmed), "plan-confirmed")]
[JsonDerivedType(typeof(PlanPublished), "plan-published")]
[JsonDerivedType(typeof(DeadlineOverridden), "overridden")]
[JsonDerivedType(typeof(DeferralAsked), "deferral-asked")]
[JsonDerivedType(typeof(DeferralDecided), "deferral-decided")]
[JsonDerivedType(typeof(InspectionPaused), "paused")]
[JsonDerivedType(typeof(InspectionResumed), "resumed")]
[JsonDerivedType(typeof(InspectionWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(PublicationHeld), "publication-held")]
[JsonDerivedType(typeof(PublicationHoldLifted), "publication-hold-lifted")]
[JsonDerivedType(typeof(CalendarChanged), "calendar-changed")]
[JsonDerivedType(typeof(FactCorrected), "corrected")]
[JsonDerivedType(typeof(DidNotHappen), "did-not-happen")]
[JsonDerivedType(typeof(DisposedOf), "disposed-of")]
[JsonDerivedType(typeof(KeptForLonger), "kept-for-longer")]
[JsonDerivedType(typeof(KeptNoLonger), "kept-no-longer")]
[JsonDerivedType(typeof(NoticeRaised), "notice-raised")]
[JsonDerivedType(typeof(NoticeSent), "notice-sent")]
[JsonDerivedType(typeof(NoticeUndeliverable), "notice-undeliverable")]
[JsonDerivedType(typeof(NoticeServedOtherwise), "notice-served-otherwise")]
[JsonDerivedType(typeof(NoticeInDoubt), "notice-in-doubt")]
[JsonDerivedType(typeof(NoticeLapsed), "notice-lapsed")]
public abstract record InspectionEvent
{
    private static readonly IReadOnlyList<JsonDerivedTypeAttribute> Listed =
        [.. typeof(InspectionEvent).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)];

    private static readonly IReadOnlyDictionary<Type, string> Kinds = Listed.ToDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    private static readonly IReadOnlyDictionary<Type, int> Places = Listed.Index().ToDictionary(kind => kind.Item.DerivedType, kind => kind.Index);

    /// <summary>Stable name of the kind of event, for instance <c>draft-shared</c>; also its discriminator in JSON.</summary>
    [JsonIgnore]
    public string Kind => KindOf(GetType());

    /// <summary>The name of a kind of event.</summary>
    public static string KindOf(Type type) => Kinds[type];

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

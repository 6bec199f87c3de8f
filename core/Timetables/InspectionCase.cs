using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>
/// What is known of one inspection: a fold over its events, without I/O and without a clock. Dates are not state; they follow from
/// the case and a calendar (<see cref="Timetable.Plan"/>), and what is owed follows from both (<see cref="Inspection"/>).
/// </summary>
public sealed partial class InspectionCase
{
    /// <summary>The events as they are right, in order: where something was corrected, what is right stands in the place of what had been recorded.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>The events as they were recorded, in order, in the same places.</summary>
    public IReadOnlyList<RecordedEvent> Recorded => _recorded;

    /// <summary>Three-digit code of the local authority.</summary>
    public string Area { get; }

    /// <summary>The kind of inspection, as its edition has it.</summary>
    public InspectionType Type { get; }

    /// <summary>The edition it keeps for life.</summary>
    public FrameworkEdition Edition { get; }

    /// <summary>The rows of its timetable, in the order of the handbook.</summary>
    public IReadOnlyList<StepDefinition> Rows => Type.Steps;

    /// <summary>Working days between notification and the planned day.</summary>
    public int NoticeInWorkingDays => Edition.NoticeOf(Type);

    /// <summary>S as planned.</summary>
    public LocalDate PlannedOnSite { get; private set; }

    /// <summary>How many working days inspectors are on site, S and E among them, where planning has set it; null for the edition's own number.</summary>
    public int? OnSiteDays { get; private set; }

    /// <summary>Version of the bank holidays it is counted with.</summary>
    public string Calendar { get; private set; }

    /// <summary>N, once it has happened.</summary>
    public Notified? Notification { get; private set; }

    /// <summary>The nominated officer's entry in the list of people, once named.</summary>
    public Guid? Lano { get; private set; }

    /// <summary>The entry of the officer's deputy; null while there is none.</summary>
    public Guid? Deputy { get; private set; }

    /// <summary>The entry of whoever has one of the officers' places (<see cref="RecipientRoles.Officers"/>); null while nobody has.</summary>
    public Guid? OfficerOf(RecipientRole role) => role == RecipientRole.DeputyLano ? Deputy : Lano;

    /// <summary>How many children are tracked; 0 before they are selected.</summary>
    public int TrackedChildren { get; private set; }

    /// <summary>The outcome, once the final report has been shared.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>Why there is such an inspection and what it looks at, where its kind follows from something before it; otherwise null.</summary>
    public Grounds? Grounds { get; }

    /// <summary>What a monitoring inspection found, once the final letter has been shared.</summary>
    public MonitoringResult? Monitoring { get; private set; }

    /// <summary>Whose officials inspectors have talked with about the support that they give the area (¶ 167).</summary>
    public IReadOnlySet<SupportPartner> SupportTalks => _supportTalks;

    /// <summary>What a re-visit found, once its letter has been shared.</summary>
    public RevisitLetterShared? Revisit { get; private set; }

    /// <summary>The letter about an engagement meeting, once it has been sent.</summary>
    public MeetingLetterSent? Letter { get; private set; }

    /// <summary>Who has to make a priority action plan (¶ 147, 173); null while none is required.</summary>
    public ResponsibleAuthority? Authority =>
        Outcome is Outcome.WidespreadFailings failings ? new(failings.PrincipalAuthority, failings.IsSeparate) : Monitoring?.Plan;

    /// <summary>The complaint, in time or late, if there was one.</summary>
    public ComplaintReceived? Complaint { get; private set; }

    /// <summary>How the complaint ended, once it has.</summary>
    public ComplaintWasResolved? Resolution { get; private set; }

    /// <summary>The request for deferral that waits for a decision.</summary>
    public DeferralAsked? PendingDeferral { get; private set; }

    /// <summary>The pause that is on, if one is.</summary>
    public InspectionPaused? Paused { get; private set; }

    /// <summary>What ended the inspection before its end: a granted deferral or a withdrawal.</summary>
    public Fact? EndedBy { get; private set; }

    /// <summary>The holds of publication that stand, by their own identifiers.</summary>
    public IReadOnlyDictionary<Guid, PublicationHeld> PublicationHolds => _publicationHolds;

    /// <summary>The hold that lasts longest, which is the one that counts; null when publication is not held.</summary>
    public PublicationHeld? PublicationHold => _publicationHolds.Values.MaxBy(hold => hold.Until);

    /// <summary>The last time a plan was sent back, while it is out.</summary>
    public PlanReturned? ReturnedPlan { get; private set; }

    /// <summary>The steps that are done, by key.</summary>
    public IReadOnlyDictionary<string, StepMet> Met => _met;

    /// <summary>The steps that stopped being owed without having been met, by key, and since when. One of them may be met later all the same.</summary>
    public IReadOnlyDictionary<string, Instant> NotReceived => _notReceived;

    /// <summary>What it asks of Annex A by now.</summary>
    public AnnexARequest Asks { get; private set; }

    /// <summary>The items of Annex A, and the documents that answer them.</summary>
    public ItemLedger Annex { get; private set; } = new();

    /// <summary>The items of Annex A that are answered, and since when.</summary>
    public IReadOnlyDictionary<string, Instant> Items => Annex.Answered;

    /// <summary>What moved dates away from their rules, in order.</summary>
    public IReadOnlyList<Adjustment> Adjustments => _adjustments;

    /// <summary>The notices that have been raised, and what has become of them.</summary>
    public NoticeLedger Notices { get; private set; } = new();

    /// <inheritdoc cref="NoticeLedger.Raised"/>
    public IReadOnlyDictionary<string, NoticeRaised> RaisedNotices => Notices.Raised;

    /// <inheritdoc cref="NoticeLedger.Unserved"/>
    public IReadOnlyDictionary<string, string> UnservedNotices => Notices.Unserved;

    /// <inheritdoc cref="NoticeLedger.Doubtful"/>
    public IReadOnlyDictionary<string, (string Because, Instant Since)> DoubtfulNotices => Notices.Doubtful;

    /// <summary>Neither withdrawn nor deferred.</summary>
    public bool IsOpen => EndedBy is null;

    /// <summary>
    /// The report and the plan that follows it are published: nothing more is owed. What comes later, a monitoring inspection or the next full one, is planned
    /// as an inspection of its own.
    /// </summary>
    public bool IsComplete => Rows.Any(row => row.Completes) && Rows.Where(row => row.Completes && row.StandsIn(this)).All(row => _met.ContainsKey(row.Key));

    /// <summary>Running, and not paused: things fall due.</summary>
    public bool IsRunning => IsOpen && Paused is null;

    /// <inheritdoc cref="InspectionType.RowOf"/>
    public StepDefinition? RowOf(Anchor anchor) => Type.RowOf(anchor);

    /// <summary>The step that a kind of fact shows done, whatever its row is called; null before, and where this kind of inspection has none.</summary>
    public StepMet? MetBy<TFact>()
        where TFact : Fact => Rows.FirstOrDefault(row => row.MetBy == typeof(TFact) && _met.ContainsKey(row.Key)) is { } row ? _met[row.Key] : null;

    /// <summary>That and when the officer was named; null before, and where no row asks for one.</summary>
    public StepMet? OfficerNamed => MetBy<LanoNominated>();

    /// <summary>Whether what deadlines are counted from has happened.</summary>
    public bool HasHappened(Anchor anchor) => RowOf(anchor) is { } row && _met.ContainsKey(row.Key);

    /// <summary>The items of a step that are still outstanding.</summary>
    public IEnumerable<string> Outstanding(string step) =>
        Asks.ItemsOf(step, TrackedChildren).Where(item => !Items.ContainsKey(item));

    /// <summary>The step an item belongs to, or null when this inspection does not ask for it.</summary>
    public string? StepOf(string item) => Annex.Extra.ContainsKey(item) ? item : Asks.StepOf(item, TrackedChildren);
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>
/// What is known of one inspection: a fold over its events, without I/O and without a clock. Dates are not state; they follow from
/// the case and a calendar (<see cref="Timetable.Plan"/>), and what is owed follows from both (<see cref="Duties"/>).
/// </summary>
public sealed class InspectionCase
{
    // Each of these, and the ledger of Annex A, is copied by Copy; a test finds one that is not.
    private List<RecordedEvent> _recorded = [];
    private List<RecordedEvent> _events = [];
    private Dictionary<string, StepMet> _met = [];
    private List<Adjustment> _adjustments = [];
    private Dictionary<string, Instant> _notReceived = [];
    private Dictionary<string, NoticeRaised> _raised = [];
    private Dictionary<string, string> _unserved = [];
    private Dictionary<Guid, PublicationHeld> _publicationHolds = [];
    private Dictionary<string, (string Because, Instant Since)> _doubtful = [];
    private HashSet<SupportPartner> _supportTalks = [];

    private InspectionCase(Planned planned, FrameworkEdition edition)
    {
        Area = planned.Area;
        Edition = edition;
        Type =
            Edition.Find(planned.Inspection)
            ?? throw new InvalidOperationException(
                $"This inspection was planned as {planned.Inspection}, a kind that {Edition.Title} does not have in this version of AreaSend.");
        PlannedOnSite = planned.OnSiteStarts;
        OnSiteDays = planned.OnSiteDays;
        Calendar = planned.Calendar;
        Grounds = planned.Grounds;
        Asks = Type.AsksOnDemand ? AnnexARequest.Nothing : Type.Asks;
    }

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

    /// <summary>The notices that have been raised, by key; a notice that is part of another stands under both keys.</summary>
    public IReadOnlyDictionary<string, NoticeRaised> RaisedNotices => _raised;

    /// <summary>Notices that could not be delivered and have not been served otherwise, with the cause.</summary>
    public IReadOnlyDictionary<string, string> UnservedNotices => _unserved;

    /// <summary>Notices of which nobody knows whether they arrived, or arrived once, by key: what is in doubt and since when.</summary>
    public IReadOnlyDictionary<string, (string Because, Instant Since)> DoubtfulNotices => _doubtful;

    /// <summary>Neither withdrawn nor deferred.</summary>
    public bool IsOpen => EndedBy is null;

    /// <summary>
    /// The report and the plan that follows it are published: nothing more is owed. What comes later, a monitoring inspection or the next full one, is planned
    /// as an inspection of its own.
    /// </summary>
    public bool IsComplete => Rows.Any(row => row.Completes) && Rows.Where(row => row.Completes && row.StandsIn(this)).All(row => _met.ContainsKey(row.Key));

    /// <summary>Running, and not paused: things fall due.</summary>
    public bool IsRunning => IsOpen && Paused is null;

    /// <summary>Builds the case.</summary>
    /// <param name="events">Its events, in order.</param>
    /// <param name="editions">The editions held: the inspection keeps the one it was planned under.</param>
    /// <exception cref="InvalidOperationException">The events do not begin with <see cref="Planned"/>, or its edition is not held.</exception>
    public static InspectionCase From(IEnumerable<RecordedEvent> events, Editions editions)
    {
        IReadOnlyList<RecordedEvent> all = [.. events];
        return From(
            all,
            editions.Find(PlannedBy(all).Edition)
                ?? throw new InvalidOperationException(
                    $"This inspection was planned under edition {PlannedBy(all).Edition}, which this version of AreaSend does not hold."));
    }

    /// <summary>The same, under an edition that is at hand.</summary>
    internal static InspectionCase From(IEnumerable<RecordedEvent> events, FrameworkEdition edition)
    {
        IReadOnlyList<RecordedEvent> all = [.. events];
        var @case = new InspectionCase(PlannedBy(all), edition);
        foreach (var right in Corrections.Apply(all))
        {
            @case.Apply(right);
        }

        @case._recorded = [.. all];
        return @case;
    }

    private static Planned PlannedBy(IReadOnlyList<RecordedEvent> events) =>
        events.Count == 0 ? throw new InvalidOperationException("An inspection has at least the event that planned it.")
        : events[0].Event as Planned ?? throw new InvalidOperationException("An inspection's events begin with the one that planned it.");

    /// <summary>The case with one more event; this one stays as it is. What happened before is not gone through again.</summary>
    public InspectionCase With(InspectionEvent next, Instant recordedAt, Recorder by) => With([new RecordedEvent(_events.Count + 1, recordedAt, by, next)]);

    /// <summary>The case with more events, in order; this one stays as it is.</summary>
    /// <exception cref="ArgumentException">They do not follow upon those that the case has.</exception>
    public InspectionCase With(IEnumerable<RecordedEvent> next)
    {
        IReadOnlyList<RecordedEvent> all = [.. next];
        var copy = Copy();
        foreach (var one in all)
        {
            if (one.Seq != copy._events.Count + 1)
            {
                throw new ArgumentException($"Event {one.Seq} does not follow upon event {copy._events.Count}.", nameof(next));
            }

            copy._recorded.Add(one);
            copy.Apply(one);
        }

        // What was built on something wrong is built anew.
        return all.Any(one => one.Event is FactCorrected) ? From(copy._recorded, Edition) : copy;
    }

    private InspectionCase Copy()
    {
        var copy = (InspectionCase)MemberwiseClone();
        copy._recorded = new(_recorded);
        copy._events = new(_events);
        copy._met = new(_met);
        copy._adjustments = new(_adjustments);
        copy._notReceived = new(_notReceived);
        copy._raised = new(_raised);
        copy._unserved = new(_unserved);
        copy._publicationHolds = new(_publicationHolds);
        copy._doubtful = new(_doubtful);
        copy._supportTalks = new(_supportTalks);
        copy.Annex = Annex.Copy();
        return copy;
    }

    /// <summary>The row whose step brings an anchor about; null where this kind of inspection has none.</summary>
    public StepDefinition? RowOf(Anchor anchor) => Rows.FirstOrDefault(row => row.Marks == anchor);

    /// <summary>Whether what deadlines are counted from has happened.</summary>
    public bool HasHappened(Anchor anchor) => RowOf(anchor) is { } row && _met.ContainsKey(row.Key);

    /// <summary>The items of a step that are still outstanding.</summary>
    public IEnumerable<string> Outstanding(string step) =>
        Asks.ItemsOf(step, TrackedChildren).Where(item => !Items.ContainsKey(item));

    /// <summary>The step an item belongs to, or null when this inspection does not ask for it.</summary>
    public string? StepOf(string item) => Annex.Extra.ContainsKey(item) ? item : Asks.StepOf(item, TrackedChildren);

    private void Apply(RecordedEvent recorded)
    {
        _events.Add(recorded);
        switch (recorded.Event)
        {
            case Fact fact:
                ApplyFact(fact, recorded.Seq);
                break;
            default:
                ApplyNotice(recorded);
                break;
        }
    }

    private void ApplyNotice(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case NoticeRaised notice:
                foreach (var key in (notice.Covers ?? []).Prepend(notice.Key))
                {
                    _raised.TryAdd(key, notice);
                }

                break;
            case NoticeUndeliverable notice:
                _unserved[notice.Key] = notice.Because;
                _doubtful.Remove(notice.Key);
                break;
            case NoticeInDoubt notice:
                _doubtful[notice.Key] = (notice.Because, recorded.RecordedAt);
                break;
            case NoticeSent notice:
                Settle(notice.Key);
                break;
            case NoticeServedOtherwise notice:
                Settle(notice.Key);
                break;
            case NoticeLapsed notice:
                Settle(notice.Key);
                break;
        }
    }

    private void Settle(string notice)
    {
        _unserved.Remove(notice);
        _doubtful.Remove(notice);
    }

    private void ApplyFact(Fact fact, int seq)
    {
        if (fact is SupportDiscussed talk)
        {
            _supportTalks.UnionWith(talk.With);
        }

        foreach (var row in Rows.Where(row => row.MetBy == fact.GetType() && row.StandsIn(this) && IsWhole(fact)))
        {
            _met.TryAdd(row.Key, new StepMet(fact.HappenedAt, seq));
        }

        foreach (var row in Rows.Where(row => row.ReopenedBy == fact.GetType()))
        {
            _met.Remove(row.Key);
        }

        ApplyItems(fact, seq);
        switch (fact)
        {
            case Notified notified:
                Notification = notified;
                break;
            case LanoNominated nominated:
                Lano = nominated.Person;
                break;
            case DeputyNamed named:
                Deputy = named.Person;
                break;
            case ChildrenSelected selected:
                TrackedChildren = selected.Children;
                break;
            case FinalReportShared final:
                (Outcome, Monitoring) = (final.Outcome, final.Monitoring);
                break;
            case RevisitLetterShared revisit:
                Revisit = revisit;
                break;
            case MeetingLetterSent letter:
                Letter = letter;
                break;
            case ItemsAsked asked:
                Asks = Type.Asks.Only([.. Asks.Items.Select(item => item.Key), .. asked.Items]);
                Reopen(Asks.Steps.Where(step => Outstanding(step).Any()));
                break;
            case ComplaintReceived complaint:
                Complaint = complaint;
                break;
            case ComplaintWasResolved resolved:
                Resolution = resolved;
                break;
            case NotReceived closed:
                foreach (var step in closed.Steps)
                {
                    _notReceived[step] = closed.HappenedAt;
                }

                break;
            case PlanReceived:
                ReturnedPlan = null;
                break;
            case PlanReturned returned:
                ReturnedPlan = returned;
                break;
            default:
                ApplyCourse(fact, seq);
                break;
        }
    }

    // All that was asked for had come in, and now more is asked for.
    private void Reopen(IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            _met.Remove(step);
        }
    }

    private void ApplyCourse(Fact fact, int seq)
    {
        switch (fact)
        {
            case DeferralAsked asked:
                PendingDeferral = asked;
                break;
            case DeferralDecided decided:
                PendingDeferral = null;
                EndedBy = decided.Granted ? decided : EndedBy;
                break;
            case InspectionWithdrawn withdrawn:
                EndedBy = withdrawn;
                break;
            case InspectionPaused paused:
                Paused = paused;
                break;
            case InspectionResumed resumed when Paused is { } paused:
                _adjustments.Add(new Pause(seq, paused.HappenedAt, resumed.HappenedAt));
                Paused = null;
                break;
            case PublicationHeld held:
                _publicationHolds[held.Hold] = held;
                break;
            case PublicationHoldLifted lifted:
                _publicationHolds.Remove(lifted.Hold);
                break;
            case DeadlineOverridden { OnSiteDays: { } days }:
                OnSiteDays = days;
                break;
            case DeadlineOverridden moved when (Notification is null || !Type.IsInspection) && moved.Step == RowOf(Type.PlannedFor)?.Key:
                PlannedOnSite = moved.Due;
                break;
            case DeadlineOverridden set:
                _adjustments.Add(new SetByHand(seq, set.Step, set.Due, set.Reason));
                break;
            case CalendarChanged changed:
                Calendar = changed.Calendar;
                _adjustments.Add(new LeftAsItWas(seq, changed.Settled));
                break;
        }
    }

    // Both are asked for: whoever comes first does not answer for the other (¶ 167).
    private bool IsWhole(Fact fact) => fact is not SupportDiscussed || SupportPartners.All.All(SupportTalks.Contains);

    private void ApplyItems(Fact fact, int seq)
    {
        foreach (var step in Annex.Apply(fact).Select(StepOf).OfType<string>().Distinct().Where(step => !Outstanding(step).Any()))
        {
            // The step is met by its last item, and the last to be recorded need not be the last to have arrived.
            _met.TryAdd(step, new StepMet(Asks.ItemsOf(step, TrackedChildren).Max(item => Items[item]), seq));
        }
    }
}

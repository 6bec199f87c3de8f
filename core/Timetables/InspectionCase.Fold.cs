using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

// How a case comes of its events: built from all of them, or from the case before and one more.
public sealed partial class InspectionCase
{
    // These and both ledgers are copied by Copy; a test finds one that is not.
    private List<RecordedEvent> _recorded = [];
    private List<RecordedEvent> _events = [];
    private Dictionary<string, StepMet> _met = [];
    private List<Adjustment> _adjustments = [];
    private Dictionary<string, Instant> _notReceived = [];
    private Dictionary<Guid, PublicationHeld> _publicationHolds = [];
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
        copy._publicationHolds = new(_publicationHolds);
        copy._supportTalks = new(_supportTalks);
        copy.Annex = Annex.Copy();
        copy.Notices = Notices.Copy();
        return copy;
    }

    private void Apply(RecordedEvent recorded)
    {
        _events.Add(recorded);
        if (recorded.Event is Fact fact)
        {
            ApplyFact(fact, recorded.Seq);
        }
        else
        {
            Notices.Apply(recorded);
        }
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

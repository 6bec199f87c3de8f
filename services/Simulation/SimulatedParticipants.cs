using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Programme;
using NodaTime;

namespace AreaSend.Services.Simulation;

/// <summary>
/// Everybody with a part in a simulated inspection. Each does what they owe on its due day: an hour before a deadline with a clock time,
/// else at noon. The area comments on the draft and makes no complaint.
/// </summary>
/// <param name="outcome">The outcome of a full inspection; null for the other kinds.</param>
/// <param name="isGood">Whether a monitoring inspection finds effective action in each area, or a re-visit sufficient progress with each weakness.</param>
/// <param name="silent">Keys of the steps that nobody does; null where everybody does what they owe.</param>
public sealed class SimulatedParticipants(Outcome? outcome, bool isGood = true, IReadOnlySet<string>? silent = null)
{
    /// <summary>Product of the simulation, not of the handbook: Ofsted and CQC confirm a plan so many working days after it came.</summary>
    private const int WorkingDaysOfReview = 10;

    /// <summary>What happened 18 months before, where a kind of inspection follows from something (¶ 157).</summary>
    /// <param name="type">The kind of inspection.</param>
    /// <param name="onSite">Its first day.</param>
    /// <param name="area">Three-figure code of its area: what the public record says of that is not made up.</param>
    public static Grounds? Grounds(InspectionType type, LocalDate onSite, string area) => type.Result switch
    {
        ResultForm.PriorityAreas => DemandedBy(area, onSite) is { } published
            ? new MonitoringGrounds(published, Follows: null, Reason: null, AreasForPriorityAction)
            : new MonitoringGrounds(FollowsReportOf: null, Follows: null, "A fictional reason", AreasForPriorityAction),
        ResultForm.Weaknesses => new RevisitGrounds(onSite.PlusMonths(-18), ["The first fictional weakness", "The second fictional weakness"]),
        _ => null,
    };

    private static readonly string[] AreasForPriorityAction = ["The first fictional area for priority action", "The second fictional area for priority action"];

    /// <summary>When the report was published whose outcome demands a monitoring inspection of an area, by the public record; null where none does.</summary>
    private static LocalDate? DemandedBy(string area, LocalDate onSite) =>
        ShippedHistory.Load().Single(record => record.Area == area)
            .Full.Where(full => full.Published < onSite).MaxBy(full => full.Published) is { Outcome: 3 } last
            ? last.Published
            : null;

    private const int TrackedChildren = 6;
    private const string Link = "https://reports.example.org/simulated";
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly Duration BeforeTheDeadline = Duration.FromHours(1);

    /// <summary>The officer the area names.</summary>
    public static Mailbox Lano { get; } = new("Fictional Nominated Officer", "lano@example.org");

    /// <summary>Who leads it.</summary>
    public static Mailbox LeadInspector { get; } = new("Fictional Lead Inspector", "lead.inspector@example.org");

    /// <summary>What is done next by somebody, and when; null when nothing is left to do.</summary>
    public (PlannedStep Step, Instant At)? Next(InspectionCase @case, Timetable plan)
    {
        var moments = plan.Steps.Where(step => step.Met is null && Does(step))
            .Select(step => (step, At: MomentOf(step, @case, plan)))
            .Where(act => act.At is not null)
            .ToList();
        return moments.Count == 0 ? null : moments.MinBy(act => act.At) is var (step, at) ? (step, at!.Value) : null;
    }

    /// <summary>The facts that doing a step amounts to; the naming of the officer is not among them, since it comes with a person.</summary>
    public IEnumerable<Fact> Facts(PlannedStep step, InspectionCase @case, Instant at) =>
        step.Definition.MetBy is { } met
            ? [Result(met, @case, at) ?? Fact.Plain(met, at) ?? Acts[met](at)]
            : @case.Outstanding(step.Key).Select(item => new ItemReceived(at, item));

    // What says more than when it happened.
    private static readonly Dictionary<Type, Func<Instant, Fact>> Acts = new()
    {
        [typeof(ChildrenSelected)] = at => new ChildrenSelected(at, TrackedChildren),
        [typeof(AgendaAgreed)] = at => new AgendaAgreed(at, MeetingParties.OfTheAgenda),
        [typeof(MeetingHeld)] = at => new MeetingHeld(at, MeetingParties.OfTheAgenda),
        [typeof(MeetingLetterSent)] = at => new MeetingLetterSent(at, "Simulated.", "In about a year.", NextSteps: ""),
        [typeof(SupportDiscussed)] = at => new SupportDiscussed(at, Enum.GetValues<SupportPartner>()),
        [typeof(ReportPublished)] = at => new ReportPublished(at, Link),
        [typeof(PlanPublished)] = at => new PlanPublished(at),
    };

    private Fact? Result(Type met, InspectionCase @case, Instant at) => (@case.Grounds, met) switch
    {
        (RevisitGrounds grounds, _) when met == typeof(RevisitLetterShared) =>
            new RevisitLetterShared(at, [.. grounds.Weaknesses.Select(weakness => new WeaknessProgress(weakness, isGood))], OtherWeaknesses: []),
        (MonitoringGrounds grounds, _) when met == typeof(FinalReportShared) =>
            new FinalReportShared(at, Outcome: null, new MonitoringResult([.. grounds.PriorityAreas.Select(area => new PriorityAreaResult(area, isGood))])),
        _ when met == typeof(FinalReportShared) => new FinalReportShared(at, outcome),
        _ => null,
    };

    private bool Does(PlannedStep step) =>
        silent?.Contains(step.Key) != true && (step.Definition.DoneBy == DoneBy.Record || step.Definition.MetBy == typeof(CommentsReceived));

    private static Instant? MomentOf(PlannedStep step, InspectionCase @case, Timetable plan)
    {
        if (step.Definition is { Due: NoDate, After: { } before })
        {
            return @case.Met.TryGetValue(before, out var came)
                ? LondonTime.At(plan.Calendar.Plus(LondonTime.DateOf(came.At), WorkingDaysOfReview), Noon)
                : null;
        }

        // Items 7.1 to 7.7 can be due before anybody is selected, where inspectors come late in a week: nobody can send them yet.
        if (step.Definition.MetBy is null && !@case.Outstanding(step.Key).Any())
        {
            return null;
        }

        return step is { DueDate: { } date, Certainty: Certainty.Fixed } && @case.Notification is not null
            ? step.Definition.Due.By is null ? LondonTime.At(date, Noon) : step.Due!.Value - BeforeTheDeadline
            : null;
    }
}

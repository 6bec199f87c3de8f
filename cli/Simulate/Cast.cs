using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Cli.Simulate;

/// <summary>
/// Everybody with a part in a simulated inspection. Each does what they owe on its due day: an hour before a deadline with a clock time,
/// else at noon. The area comments on the draft and makes no complaint.
/// </summary>
internal sealed class Cast(Outcome outcome)
{
    /// <summary>Product of the simulation, not of the handbook: Ofsted and CQC confirm a plan so many working days after it came.</summary>
    private const int WorkingDaysOfReview = 10;

    private const int TrackedChildren = 6;
    private const string Link = "https://reports.example.org/simulated";
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly Duration BeforeTheDeadline = Duration.FromHours(1);

    /// <summary>The officer the area names.</summary>
    public static Mailbox Lano { get; } = new("Fictional Nominated Officer", "lano@example.org");

    /// <summary>Who leads it.</summary>
    public static Mailbox LeadInspector { get; } = new("Fictional Lead Inspector", "lead.inspector@example.org");

    /// <summary>What is done next by somebody, and when; null when nothing is left to do.</summary>
    public (string Step, Instant At)? Next(InspectionCase @case, Timetable plan)
    {
        var moments = plan.Steps.Where(step => step.Met is null && Does(step)).Select(step => (step.Key, At: MomentOf(step, @case, plan))).Where(act => act.At is not null).ToList();
        return moments.Count == 0 ? null : moments.MinBy(act => act.At) is var (key, at) ? (key, at!.Value) : null;
    }

    /// <summary>The facts that doing a step amounts to; the naming of the officer is not among them, since it comes with a person.</summary>
    public IEnumerable<Fact> Facts(string step, InspectionCase @case, Instant at) => step switch
    {
        Steps.TrackedChildren => [new ChildrenSelected(at, TrackedChildren)],
        Steps.DraftReport => [new DraftReportShared(at)],
        Steps.DraftComments => [new CommentsReceived(at)],
        Steps.FinalReport => [new FinalReportShared(at, outcome)],
        Steps.Publication => [new ReportPublished(at, Link)],
        Steps.PriorityActionPlan => [new PlanReceived(at)],
        Steps.PlanReview => [new PlanWasConfirmed(at)],
        Steps.StrategicPlan or Steps.PlanPublication => [new PlanPublished(at)],
        _ => @case.Outstanding(step).Select(item => new ItemReceived(at, item)),
    };

    private static bool Does(PlannedStep step) => step.Definition.DoneBy == DoneBy.Record || step.Key == Steps.DraftComments;

    private static Instant? MomentOf(PlannedStep step, InspectionCase @case, Timetable plan)
    {
        if (step.Key == Steps.PlanReview)
        {
            return @case.Met.TryGetValue(Steps.PriorityActionPlan, out var came)
                ? LondonTime.At(plan.Calendar.Plus(LondonTime.DateOf(came.At), WorkingDaysOfReview), Noon)
                : null;
        }

        return step is { DueDate: { } date, Certainty: Certainty.Fixed } && @case.Notification is not null
            ? step.Definition.Due.By is null ? LondonTime.At(date, Noon) : step.Due!.Value - BeforeTheDeadline
            : null;
    }
}

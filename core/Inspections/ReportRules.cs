using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>What the report chain and the plan that follows it ask for besides the order of their steps (¶ 136 to 150).</summary>
internal static class ReportRules
{
    /// <summary>Why no fact of a kind can be recorded now, whatever it says.</summary>
    public static string? WhyNotNow(InspectionCase @case, Timetable plan, Type kind, Instant now) => kind switch
    {
        _ when kind == typeof(ComplaintWasResolved) => ResolvedNow(@case, plan),
        _ when kind == typeof(ReportPublished) => StepOrder.WhyNotNow(@case, kind) ?? Held(plan) ?? Blocked(@case, plan, LondonTime.DateOf(now)),
        _ when OfPlans.Contains(kind) => NoSuchPlan(@case, kind) ?? StepOrder.WhyNotNow(@case, kind),
        _ => StepOrder.WhyNotNow(@case, kind),
    };

    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact) => fact switch
    {
        ComplaintWasResolved => StepOrder.NotBefore(@case, fact, plan.Marking(Anchor.ComplaintWindowCloses)!.Key),
        FinalReportShared final => StepOrder.WhyNot(@case, final) ?? Result(@case, final),
        ReportPublished published => StepOrder.WhyNot(@case, published) ?? Blocked(@case, plan, fact.On) ?? NoAddress(published.Link),
        PlanReturned returned => StepOrder.WhyNot(@case, fact) ?? FactRules.NeedsReason(returned.Missing),
        _ => StepOrder.WhyNot(@case, fact),
    };

    private static readonly HashSet<Type> OfPlans = [typeof(PlanReceived), typeof(PlanReturned), typeof(PlanWasConfirmed), typeof(PlanPublished)];

    private static string? Result(InspectionCase @case, FinalReportShared final) => (@case.Type.Result, final.Outcome) switch
    {
        (ResultForm.Outcome, null) => "Choose outcome 1, 2 or 3.",
        (ResultForm.None, not null) => $"A {@case.Type.Title.Small()} has no outcome. Leave it out.",
        _ => null,
    };

    private static string? ResolvedNow(InspectionCase @case, Timetable plan) =>
        @case.Resolution is { } earlier ? $"The complaint has already been resolved, on {LondonTime.Show(earlier.On)}."
        : plan.Marking(Anchor.ComplaintWindowCloses) is { } window ? StepOrder.NotDone(@case, window.Key)
        : "This kind of inspection has no complaint, so none can be resolved.";

    private static string? Held(Timetable plan) =>
        plan.Marking(Anchor.Published) is { Held: true } ? "A complaint holds publication. Record its resolution first." : null;

    private static string? Blocked(InspectionCase @case, Timetable plan, LocalDate on) => PublicationHoldRules.Blocks(@case, on) ?? Window(@case, plan, on);

    private static string? Window(InspectionCase @case, Timetable plan, LocalDate on) =>
        plan.Marking(Anchor.ComplaintWindowCloses)?.DueDate is { } lastDay && on <= lastDay && @case.Complaint is null
            ? $"The local area may complain until the end of {LondonTime.Show(lastDay)}. The report cannot be published before that."
            : null;

    private static string? NoAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? null
            : "Give the web address at which the report can be read, beginning with https://.";

    private static string? NoSuchPlan(InspectionCase @case, Type kind) =>
        @case.Outcome is null ? "The final report has not been shared yet. Record that first."
        : kind != typeof(PlanPublished) && @case.Outcome is not Outcome.WidespreadFailings
            ? $"Outcome {@case.Outcome.Number} asks for no priority action plan; record when the strategic plan is published."
            : null;
}

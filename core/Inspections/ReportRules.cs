using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Inspections;

/// <summary>What the report chain and the plan that follows it ask for besides the order of their steps (¶ 136 to 150).</summary>
internal static class ReportRules
{
    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact) => fact switch
    {
        ComplaintWasResolved => Resolved(@case, plan, fact),
        FinalReportShared final => StepOrder.WhyNot(@case, final) ?? Result(@case, final),
        ReportPublished published => StepOrder.WhyNot(@case, published) ?? Published(@case, plan, published),
        PlanReceived or PlanReturned or PlanWasConfirmed or PlanPublished => PlanRules(@case, fact),
        _ => StepOrder.WhyNot(@case, fact),
    };

    private static string? Resolved(InspectionCase @case, Timetable plan, Fact fact) =>
        @case.Resolution is { } earlier ? $"The complaint has already been resolved, on {LondonTime.Show(earlier.On)}."
        : plan.Marking(Anchor.ComplaintWindowCloses) is { } window ? StepOrder.NotBefore(@case, fact, window.Key)
        : "This kind of inspection has no complaint, so none can be resolved.";

    private static string? Result(InspectionCase @case, FinalReportShared final) => (@case.Type.Result, final.Outcome) switch
    {
        (ResultForm.Outcome, null) => "Choose outcome 1, 2 or 3.",
        (ResultForm.None, not null) => $"A {@case.Type.Title.Small()} has no outcome. Leave it out.",
        _ => null,
    };

    private static string? Published(InspectionCase @case, Timetable plan, ReportPublished fact)
    {
        if (plan.Marking(Anchor.Published) is { Held: true })
        {
            return "A complaint holds publication. Record its resolution first.";
        }

        return plan.Marking(Anchor.ComplaintWindowCloses)?.DueDate is { } lastDay && fact.On <= lastDay && @case.Complaint is null
            ? $"The local area may complain until the end of {LondonTime.Show(lastDay)}. The report cannot be published before that."
            : !Uri.TryCreate(fact.Link, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http")
                ? "Give the web address at which the report can be read, beginning with https://."
                : null;
    }

    private static string? PlanRules(InspectionCase @case, Fact fact) => fact switch
    {
        _ when @case.Outcome is null => "The final report has not been shared yet. Record that first.",
        PlanReceived or PlanReturned or PlanWasConfirmed when @case.Outcome is not Outcome.WidespreadFailings =>
            $"Outcome {@case.Outcome.Number} asks for no priority action plan; record when the strategic plan is published.",
        PlanReturned returned => StepOrder.WhyNot(@case, fact) ?? FactRules.NeedsReason(returned.Missing),
        _ => StepOrder.WhyNot(@case, fact),
    };
}

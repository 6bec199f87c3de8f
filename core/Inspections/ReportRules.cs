using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Inspections;

/// <summary>The order of the report chain and of the plan that follows it (¶ 136 to 150).</summary>
internal static class ReportRules
{
    private const string NoDraft = "The draft report has not been shared yet. Record that first.";
    private const string NoFinal = "The final report has not been shared yet. Record that first.";

    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact) => fact switch
    {
        DraftReportShared => Once(@case, Steps.DraftReport, "The draft report has already been shared")
            ?? After(@case, fact, Steps.FeedbackMeeting, "The on-site days have not ended yet, so there can be no draft report.", "The on-site days ended"),
        CommentsReceived => Closed(@case, Steps.FinalReport, "The final report was shared", "comments on the draft can no longer be taken")
            ?? Once(@case, Steps.DraftComments, "Comments have already been received")
            ?? After(@case, fact, Steps.DraftReport, NoDraft, "The draft report was shared"),
        FinalReportShared => Once(@case, Steps.FinalReport, "The final report has already been shared")
            ?? After(@case, fact, Steps.DraftReport, NoDraft, "The draft report was shared"),
        ComplaintReceived => Closed(@case, Steps.Publication, "The report was published", "a complaint can no longer hold it; handle it outside this timetable")
            ?? Once(@case, Steps.Complaint, "A complaint has already been received")
            ?? After(@case, fact, Steps.FinalReport, NoFinal, "The final report was shared"),
        ComplaintWasResolved => Resolved(@case, fact),
        ReportPublished published => Published(@case, plan, published),
        _ => PlanRules(@case, fact),
    };

    private static string? Resolved(InspectionCase @case, Fact fact) =>
        @case.Resolution is { } earlier
            ? $"The complaint has already been resolved, on {LondonTime.Show(earlier.On)}."
            : After(@case, fact, Steps.Complaint, "No complaint has been received, so none can be resolved.", "The complaint was received");

    private static string? Published(InspectionCase @case, Timetable plan, ReportPublished fact)
    {
        var order = Once(@case, Steps.Publication, "The report has already been published")
            ?? After(@case, fact, Steps.FinalReport, NoFinal, "The final report was shared");
        if (order is not null)
        {
            return order;
        }

        if (plan[Steps.Publication].Held)
        {
            return "A complaint holds publication. Record its resolution first.";
        }

        var lastDay = plan[Steps.Complaint].DueDate!.Value;
        return fact.On <= lastDay && @case.Complaint is null
            ? $"The local area may complain until the end of {LondonTime.Show(lastDay)}. The report cannot be published before that."
            : !Uri.TryCreate(fact.Link, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http")
                ? "Give the web address at which the report can be read, beginning with https://."
                : null;
    }

    private static string? PlanRules(InspectionCase @case, Fact fact)
    {
        const string notYet = "No priority action plan has been received. Record that first.";
        var required = @case.Outcome is Outcome.WidespreadFailings;
        return fact switch
        {
            _ when @case.Outcome is null => NoFinal,
            PlanReceived or PlanReturned or PlanWasConfirmed when !required =>
                $"Outcome {@case.Outcome.Number} asks for no priority action plan; record when the strategic plan is published.",
            PlanReceived => Once(@case, Steps.PlanReview, "The priority action plan has already been confirmed")
                ?? Once(@case, Steps.PriorityActionPlan, "The priority action plan has already been received")
                ?? After(@case, fact, Steps.FinalReport, NoFinal, "The final report was shared"),
            PlanReturned { Missing: var missing } => Once(@case, Steps.PlanReview, "The priority action plan has already been confirmed")
                ?? After(@case, fact, Steps.PriorityActionPlan, notYet, "The plan was received")
                ?? FactRules.NeedsReason(missing),
            PlanWasConfirmed => Once(@case, Steps.PlanReview, "The priority action plan has already been confirmed")
                ?? After(@case, fact, Steps.PriorityActionPlan, notYet, "The plan was received"),
            PlanPublished when required => Once(@case, Steps.PlanPublication, "The plan has already been published")
                ?? After(@case, fact, Steps.PlanReview, "The priority action plan has not been confirmed yet. Record that first.", "The plan was confirmed"),
            PlanPublished => Once(@case, Steps.StrategicPlan, "The plan has already been published")
                ?? After(@case, fact, Steps.FinalReport, NoFinal, "The final report was shared"),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "No rule says when this fact can be true."),
        };
    }

    private static string? Closed(InspectionCase @case, string step, string what, string consequence) =>
        @case.Met.TryGetValue(step, out var met) ? $"{what} on {LondonTime.Show(LondonTime.DateOf(met.At))}; {consequence}." : null;

    private static string? After(InspectionCase @case, Fact fact, string step, string missing, string what) =>
        FactRules.Before(@case, fact, step, missing, what);

    private static string? Once(InspectionCase @case, string step, string already) => FactRules.Once(@case, step, already);
}

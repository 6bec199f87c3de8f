using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices;

/// <summary>How a notice speaks of the plan that follows the report. Which kind it is would tell the outcome, so before publication it has no name.</summary>
internal static class PlanWords
{
    /// <summary>The step at which the plan is due.</summary>
    public static string Step(Notice notice) => IsStrategic(notice) ? Steps.StrategicPlan : Steps.PriorityActionPlan;

    /// <summary>A strategic plan follows, not a priority action plan.</summary>
    public static bool IsStrategic(Notice notice) => notice.Case.Authority is null;

    /// <summary>For a sentence: <c>the strategic plan</c>.</summary>
    public static string Name(Notice notice) => !notice.IsPublished ? notice.Say("the plan that the report asks for")
        : IsStrategic(notice) ? "the strategic plan"
        : "the priority action plan (area SEND)";

    /// <summary>At the start of a sentence.</summary>
    public static string AtStart(Notice notice) => $"T{Name(notice)[1..]}";

    /// <summary>
    /// Strategic plans are aimed for (¶ 144); a priority action plan is due (¶ 148). Before publication nothing may tell which of them it is.
    /// </summary>
    public static string IsDue(Notice notice) => notice.IsPublished && IsStrategic(notice) ? "should be updated and published" : "is due";

    /// <summary>What has become of the plan, in sentences. Before publication they are the same whichever plan it is.</summary>
    public static string Standing(Notice notice) =>
        !notice.IsPublished
            ? notice.Case.ReturnedPlan is { } back
                ? $"It was sent back on {Notice.On(back)}."
                : "If it is finished, reply to this e-mail to say so."
            : IsStrategic(notice)
                ? "The local area partnership updates and publishes it. We have no record yet that it has been published; if it is, reply to this e-mail with its address."
                : notice.Case.ReturnedPlan is { } returned
                    ? AreInspectorates(notice)
                        ? $"Ofsted and CQC received it{Received(notice)} and sent it back on {Notice.On(returned)}; they have not received it again."
                        : $"Ofsted and CQC received it{Received(notice)}. {Reviewers(notice)} sent it back on {Notice.On(returned)}, and it has not been submitted again."
                    : "The principal authority submits it to both Ofsted and CQC. They have not received it yet.";

    /// <summary>Who says whether it meets the criteria, at the start of a sentence; its edition knows (¶ 149).</summary>
    public static string Reviewers(Notice notice) => notice.Case.Rows.First(row => row.Key == Steps.PlanReview).Actor.Show();

    /// <summary>Whether the priority action plan has come, for those who read the published report.</summary>
    public static string Submitted(Notice notice) => notice.Case.Met.ContainsKey(Steps.PlanReview) ? "The plan has been submitted, and meets the criteria."
        : notice.Case.Met.ContainsKey(Steps.PriorityActionPlan) ? AreInspectorates(notice)
            ? "The plan has been submitted to Ofsted and CQC, who are reviewing it."
            : $"The plan has been submitted to Ofsted and CQC. {Reviewers(notice)} give feedback on it."
        : notice.Case.ReturnedPlan is not null ? "The plan was submitted and sent back for more work."
        : $"The principal authority submits the plan to Ofsted and CQC {notice.By(Steps.PriorityActionPlan)}.";

    private static bool AreInspectorates(Notice notice) => Reviewers(notice) == Actor.OfstedAndCqc.Show();

    private static string Received(Notice notice) => notice.Find<PlanReceived>() is { } received ? $" on {Notice.On(received)}" : "";
}

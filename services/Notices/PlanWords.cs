using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices;

/// <summary>How a notice speaks of the plan that follows the report. Which kind it is would tell the outcome, so before publication it has no name.</summary>
internal static class PlanWords
{
    /// <summary>The step at which the plan is due.</summary>
    public static string Step(Notice notice) => notice.Case.Outcome is Outcome.WidespreadFailings ? Steps.PriorityActionPlan : Steps.StrategicPlan;

    /// <summary>For a sentence: <c>the strategic plan</c>.</summary>
    public static string Name(Notice notice) => !notice.IsPublished ? "the plan that the report asks for"
        : notice.Case.Outcome is Outcome.WidespreadFailings ? "the priority action plan (area SEND)"
        : "the strategic plan";

    /// <summary>At the start of a sentence.</summary>
    public static string AtStart(Notice notice) => $"T{Name(notice)[1..]}";

    /// <summary>Strategic plans are aimed for (¶ 144); a priority action plan is due (¶ 148). Before publication nothing may tell which of them it is.</summary>
    public static string IsDue(Notice notice) => notice.IsPublished && notice.Case.Outcome is not Outcome.WidespreadFailings ? "should be updated and published" : "is due";

    /// <summary>What has become of the plan, in sentences. Before publication they are the same whichever plan it is.</summary>
    public static string Standing(Notice notice) => !notice.IsPublished
            ? notice.Case.ReturnedPlan is { } back ? $"It was sent back on {Notice.On(back)}." : "If it is finished, reply to this e-mail to say so."
        : notice.Case.Outcome is not Outcome.WidespreadFailings
            ? "The local area partnership updates and publishes it. We have no record yet that it has been published; if it is, reply to this e-mail with its address."
        : notice.Case.ReturnedPlan is { } returned
            ? $"Ofsted and CQC received it{Received(notice)} and sent it back on {Notice.On(returned)}; they have not received it again."
        : "The principal authority submits it to both Ofsted and CQC. They have not received it yet.";

    private static string Received(Notice notice) => notice.Find<PlanReceived>() is { } received ? $" on {Notice.On(received)}" : "";
}

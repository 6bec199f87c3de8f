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
}

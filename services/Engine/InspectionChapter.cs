using AreaSend.Core.Timetables;

namespace AreaSend.Services.Engine;

/// <summary>The parts of an inspection as the handbook tells them; the durable engine runs what each owes in an orchestration of that name.</summary>
public enum InspectionChapter
{
    /// <summary>From planning to the last on-site day.</summary>
    ThreeWeekTimeline,

    /// <summary>Draft, comments, final report, complaint, publication and dissemination.</summary>
    ReportChain,

    /// <summary>The plan that the outcome demands, until it is published.</summary>
    PlanChain,

    /// <summary>After the plan.</summary>
    FollowUp,
}

internal static class InspectionChapters
{
    // One orchestration for each part of the handbook, in the same order.
    public static InspectionChapter Of(InspectionCase @case) =>
        (InspectionChapter)(@case.Rows.Where(row => @case.Met.ContainsKey(row.Key)).Max(row => row.Opens) ?? Stage.ThreeWeeks);
}

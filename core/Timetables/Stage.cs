namespace AreaSend.Core.Timetables;

/// <summary>The parts of an inspection as the handbook tells them, in order.</summary>
public enum Stage
{
    /// <summary>From planning to the last on-site day and the day after it.</summary>
    ThreeWeeks,

    /// <summary>Draft, comments, final report, complaint, publication and dissemination.</summary>
    Report,

    /// <summary>The plan that the outcome demands, until it is published.</summary>
    Plan,

    /// <summary>After the plan.</summary>
    FollowUp,
}

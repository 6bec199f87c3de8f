namespace AreaSend.Core.Timetables;

/// <summary>How far an inspection has come, in the order of the handbook; then the ways in which it can stand still or end early.</summary>
public enum InspectionPhase
{
    /// <summary>Nobody outside knows of it yet.</summary>
    Planned,

    /// <summary>The leaders have been notified: weeks 1 and 2.</summary>
    Notified,

    /// <summary>Off-site fieldwork is on.</summary>
    Fieldwork,

    /// <summary>Inspectors are on site.</summary>
    OnSite,

    /// <summary>The draft report is being written.</summary>
    Drafting,

    /// <summary>The area has the draft; the final report is owed.</summary>
    DraftShared,

    /// <summary>The area has the final report; it is not published yet.</summary>
    FinalShared,

    /// <summary>The report is published; a plan is owed.</summary>
    Published,

    /// <summary>The plan is published: nothing more is owed.</summary>
    Complete,

    /// <summary>It stands still (¶ 80).</summary>
    Paused,

    /// <summary>It was deferred (¶ 84).</summary>
    Deferred,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

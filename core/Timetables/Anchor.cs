namespace AreaSend.Core.Timetables;

/// <summary>A happening that deadlines are counted from. Until it has happened, what hangs on it is a forecast.</summary>
public enum Anchor
{
    /// <summary>N: the area is told (¶ 82). Set by planning, ten working days before <see cref="OnSiteStarts"/>.</summary>
    NotificationDay,

    /// <summary>S: inspectors come on site (¶ 80). Set by planning.</summary>
    OnSiteStarts,

    /// <summary>E: the feedback meeting on the last on-site day (¶ 132).</summary>
    OnSiteEnds,

    /// <summary>D: the draft report is shared (¶ 136).</summary>
    DraftShared,

    /// <summary>R: the final report is shared with, and so received by, the area (¶ 137).</summary>
    FinalShared,

    /// <summary>The last day on which the area may complain (¶ 138).</summary>
    ComplaintWindowCloses,

    /// <summary>A complaint that held publication has been resolved (¶ 138).</summary>
    ComplaintResolved,

    /// <summary>P: the report is published (¶ 138).</summary>
    Published,

    /// <summary>C: Ofsted and CQC confirm that the priority action plan meets the criteria (¶ 150).</summary>
    PlanConfirmed,
}

/// <summary>How anchors are written.</summary>
public static class Anchors
{
    /// <summary>The letter the timetable uses (<c>N S E D R P C</c>), or the key of the step for the two that have none.</summary>
    public static string Symbol(this Anchor anchor) => anchor switch
    {
        Anchor.NotificationDay => "N",
        Anchor.OnSiteStarts => "S",
        Anchor.OnSiteEnds => "E",
        Anchor.DraftShared => "D",
        Anchor.FinalShared => "R",
        Anchor.ComplaintWindowCloses => "complaint",
        Anchor.ComplaintResolved => "complaint-resolved",
        Anchor.Published => "P",
        Anchor.PlanConfirmed => "C",
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, null),
    };

    /// <summary>For a sentence: "10 working days after <c>the draft report was shared</c>".</summary>
    public static string Show(this Anchor anchor) => anchor switch
    {
        Anchor.NotificationDay => "notification day",
        Anchor.OnSiteStarts => "the first on-site day",
        Anchor.OnSiteEnds => "the last on-site day",
        Anchor.DraftShared => "the day the draft report is shared",
        Anchor.FinalShared => "the day the final report is shared",
        Anchor.ComplaintWindowCloses => "the last day for a complaint",
        Anchor.ComplaintResolved => "the day the complaint is resolved",
        Anchor.Published => "the day of publication",
        Anchor.PlanConfirmed => "the day the plan is confirmed",
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, null),
    };
}

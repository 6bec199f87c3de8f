namespace AreaSend.Core.Timetables;

/// <summary>
/// A happening that deadlines are counted from. Until it has happened, what hangs on it is a forecast. A kind of inspection may have
/// anchors of its own.
/// </summary>
/// <param name="Symbol">The letter the timetable uses (<c>N S E D R P C</c>), or the name of the happening for those that have none.</param>
/// <param name="Words">For a sentence: "10 working days after <c>the day the draft report is shared</c>".</param>
/// <param name="Date">What its date is.</param>
public sealed record Anchor(string Symbol, string Words, AnchorDate Date = AnchorDate.OfHappening)
{
    /// <summary>N: the area is told (¶ 82). Set by planning, the period of notice before <see cref="OnSiteStarts"/>.</summary>
    public static readonly Anchor NotificationDay = new("N", "notification day", AnchorDate.Planned);

    /// <summary>S: inspectors come on site (¶ 80). Set by planning.</summary>
    public static readonly Anchor OnSiteStarts = new("S", "the first on-site day", AnchorDate.Planned);

    /// <summary>E: the feedback meeting on the last on-site day (¶ 132).</summary>
    public static readonly Anchor OnSiteEnds = new("E", "the last on-site day");

    /// <summary>D: the draft report is shared (¶ 136).</summary>
    public static readonly Anchor DraftShared = new("D", "the day the draft report is shared");

    /// <summary>R: the final report is shared with, and so received by, the area (¶ 137).</summary>
    public static readonly Anchor FinalShared = new("R", "the day the final report is shared");

    /// <summary>The last day on which the area may complain (¶ 138).</summary>
    public static readonly Anchor ComplaintWindowCloses = new("complaint", "the last day for a complaint", AnchorDate.LastDay);

    /// <summary>A complaint that held publication has been resolved (¶ 138).</summary>
    public static readonly Anchor ComplaintResolved = new("complaint-resolved", "the day the complaint is resolved");

    /// <summary>P: the report is published (¶ 138).</summary>
    public static readonly Anchor Published = new("P", "the day of publication");

    /// <summary>C: Ofsted and CQC confirm that the priority action plan meets the criteria (¶ 150).</summary>
    public static readonly Anchor PlanConfirmed = new("C", "the day the plan is confirmed");

    /// <summary>M: the day of an engagement meeting, agreed with the area (¶ 188). Set by planning.</summary>
    public static readonly Anchor MeetingDay = new("M", "the day of the meeting", AnchorDate.Planned);

    /// <summary>The words.</summary>
    public string Show() => Words;

    /// <summary>Of the symbol alone: anchors are looked up for every row of every plan, and their words are long.</summary>
    public override int GetHashCode() => Symbol.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What the date of an anchor is, and when it is certain.</summary>
public enum AnchorDate
{
    /// <summary>The day it happened, certain then; until then the day on which it is due, a forecast.</summary>
    OfHappening,

    /// <summary>The day that planning sets, certain from the start; once it has happened, that day.</summary>
    Planned,

    /// <summary>The last day on which something may happen, whether or not it does: as certain as what it hangs on.</summary>
    LastDay,
}

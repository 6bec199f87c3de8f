namespace AreaSend.Core.Timetables;

/// <summary>Who besides leaders, their officer and the lead inspector is told when a step's date moves: those for whom it is a date of theirs.</summary>
[Flags]
public enum Audience
{
    /// <summary>Nobody else.</summary>
    None = 0,

    /// <summary>The Parent Carer Forum, which has been told of the weeks and of the report.</summary>
    Forum = 1,

    /// <summary>A principal authority of its own, which has a plan to make.</summary>
    PrincipalAuthority = 2,
}

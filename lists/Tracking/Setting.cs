namespace AreaSend.Lists.Tracking;

/// <summary>Where the child or young person is educated.</summary>
public enum Setting
{
    /// <summary>The list does not say.</summary>
    Unknown,

    /// <summary>A nursery.</summary>
    Nursery,

    /// <summary>A mainstream school of any phase.</summary>
    MainstreamSchool,

    /// <summary>A special school.</summary>
    SpecialSchool,

    /// <summary>A pupil referral unit or other alternative provision, as main or subsidiary establishment.</summary>
    AlternativeProvision,

    /// <summary>A college of further education.</summary>
    College,

    /// <summary>At home, by the parents' choice.</summary>
    AtHome,
}

namespace AreaSend.Lists.Tracking;

/// <summary>How far children's social care is involved (¶ 91: "different stages in their involvement").</summary>
public enum SocialCare
{
    /// <summary>The list does not say.</summary>
    Unknown,

    /// <summary>Not known to social care.</summary>
    NotKnown,

    /// <summary>Early help or family support.</summary>
    EarlyHelp,

    /// <summary>Child in need.</summary>
    InNeed,

    /// <summary>Child protection.</summary>
    Protection,

    /// <summary>Looked after, or in care.</summary>
    LookedAfter,

    /// <summary>Known, to a team that is none of these.</summary>
    OtherTeam,
}

namespace AreaSend.Lists.Tracking;

/// <summary>Age groups that the draw spreads over (¶ 91: "a range of age groups").</summary>
public enum AgeGroup
{
    /// <summary>The age is not known.</summary>
    Unknown,

    /// <summary>Under 5.</summary>
    UnderFive,

    /// <summary>5 to 10.</summary>
    FiveToTen,

    /// <summary>11 to 15.</summary>
    ElevenToFifteen,

    /// <summary>16 to 18.</summary>
    SixteenToEighteen,

    /// <summary>19 and over.</summary>
    NineteenAndOver,
}

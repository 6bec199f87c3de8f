using static AreaSend.Lists.Tracking.AreaOfNeed;

namespace AreaSend.Lists.Tracking;

/// <summary>What the handbook asks of the choice, as a table. It says "usually": what cannot be met is named, and the inspectors decide.</summary>
public static class HandbookConstraints
{
    /// <summary>About six children and young people are chosen (¶ 90).</summary>
    public const int UsualNumber = 6;

    private const string Need = "need";
    private const string Care = "care";
    private const string NotKnown = "not known to social care";

    /// <summary>The constraints, the firmest first.</summary>
    public static IReadOnlyList<Constraint> All { get; } =
    [
        AtLeast(1, "alternative-provision", "in alternative provision", 92, child => child.Setting == Setting.AlternativeProvision),
        AtLeast(2, "sen-support", "on SEN support", 92, child => child.List == PersonList.Two),
        AtLeast(1, "communication", "with needs in communication and interaction", 92, child => child.Need == CommunicationAndInteraction, Need),
        AtLeast(1, "cognition", "with needs in cognition and learning", 92, child => child.Need == CognitionAndLearning, Need),
        AtLeast(1, "mental-health", "with social, emotional and mental health difficulties", 92, child => child.Need == SocialEmotionalAndMentalHealth, Need),
        AtLeast(1, "sensory-physical", "with sensory and/or physical needs", 92, child => child.Need == SensoryAndOrPhysical, Need),
        new("ages", "at least 3 age groups", 3, 91, child => (int)child.Age, child => AgeInWords(child.Age), CountsKinds: true),
        AtLeast(1, "known-to-social-care", "known to social care", 91, child => child.SocialCare > SocialCare.NotKnown, Care),
        AtLeast(1, "not-known-to-social-care", NotKnown, 91, child => child.SocialCare == SocialCare.NotKnown, Care),
        new(
            "social-care-stages",
            "at least 3 stages of involvement with social care",
            3,
            91,
            child => (int)child.SocialCare,
            child => StageInWords(child.SocialCare),
            CountsKinds: true),
    ];

    private static Constraint AtLeast(int number, string key, string reason, int cites, Func<Candidate, bool> meets, string? oneOf = null) =>
        new(key, $"at least {number} {reason}", number, cites, child => meets(child) ? 1 : 0, _ => reason, OneOf: oneOf);

    private static string AgeInWords(AgeGroup age) => age switch
    {
        AgeGroup.UnderFive => "under 5",
        AgeGroup.FiveToTen => "aged 5 to 10",
        AgeGroup.ElevenToFifteen => "aged 11 to 15",
        AgeGroup.SixteenToEighteen => "aged 16 to 18",
        AgeGroup.NineteenAndOver => "19 or older",
        _ => "of unknown age",
    };

    /// <summary>Not to be known is a stage too, and says the same as the constraint that asks for it.</summary>
    private static string StageInWords(SocialCare care) => care switch
    {
        SocialCare.NotKnown => NotKnown,
        SocialCare.EarlyHelp => "social care: early help",
        SocialCare.InNeed => "social care: child in need",
        SocialCare.Protection => "social care: child protection",
        SocialCare.LookedAfter => "social care: looked after",
        SocialCare.OtherTeam => "social care: another team",
        _ => "social care: unknown",
    };
}

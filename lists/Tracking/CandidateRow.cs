using AreaSend.Lists.Codes;

namespace AreaSend.Lists.Tracking;

/// <summary>Reads a candidate from the row of a list.</summary>
public static class CandidateRow
{
    /// <summary>What the row says of the child, or null without a whole unique ID: such a child could not be asked about.</summary>
    public static Candidate? Read(ListRecord row)
    {
        var id = row[ListColumn.UniqueId];
        return id.Text.IsEmpty || id.IsScientific
            ? null
            : new Candidate(
                id.TextWithoutDecimals.ToString(),
                row.List,
                NeedOf(row.CodeIn(ListColumn.PrimaryNeed)),
                AgeOf(row.Age),
                SettingOf(row),
                SocialCareOf(row));
    }

    private static AreaOfNeed NeedOf(Code? need) => need?.Short switch
    {
        "SLCN" or "ASD" => AreaOfNeed.CommunicationAndInteraction,
        "SPLD" or "MLD" or "SLD" or "PMLD" => AreaOfNeed.CognitionAndLearning,
        "SEMH" => AreaOfNeed.SocialEmotionalAndMentalHealth,
        "HI" or "VI" or "MSI" or "PD" => AreaOfNeed.SensoryAndOrPhysical,
        _ => AreaOfNeed.Other,
    };

    private static AgeGroup AgeOf(int? age) => age switch
    {
        null => AgeGroup.Unknown,
        < 5 => AgeGroup.UnderFive,
        < 11 => AgeGroup.FiveToTen,
        < 16 => AgeGroup.ElevenToFifteen,
        < 19 => AgeGroup.SixteenToEighteen,
        _ => AgeGroup.NineteenAndOver,
    };

    /// <summary>A child who is dual registered with alternative provision studies there too.</summary>
    private static Setting SettingOf(ListRecord row)
    {
        var main = row.CodeIn(ListColumn.MainPhase)?.Letter;
        return main == "h" || row.CodeIn(ListColumn.SubsidiaryPhase)?.Letter == "h" ? Setting.AlternativeProvision
            : row.CodeIn(ListColumn.ElectiveHomeEducation)?.Short == "Yes" ? Setting.AtHome
            : main switch
            {
                "a" => Setting.Nursery,
                "g" => Setting.SpecialSchool,
                "i" => Setting.College,
                null => Setting.Unknown,
                _ => Setting.MainstreamSchool,
            };
    }

    private static SocialCare SocialCareOf(ListRecord row) => row.CodeIn(ListColumn.KnownToSocialCare)?.Short switch
    {
        "No" => SocialCare.NotKnown,
        "Yes" => TeamOf(row[ListColumn.SocialCareTeam].Text),
        _ => SocialCare.Unknown,
    };

    private static SocialCare TeamOf(ReadOnlySpan<char> team) =>
        Names(team, "looked after") || Names(team, "in care") || Names(team, "leaving care") ? SocialCare.LookedAfter
        : Names(team, "protection") ? SocialCare.Protection
        : Names(team, "in need") ? SocialCare.InNeed
        : Names(team, "early help") || Names(team, "family support") ? SocialCare.EarlyHelp
        : SocialCare.OtherTeam;

    private static bool Names(ReadOnlySpan<char> team, string words) => team.Contains(words, StringComparison.OrdinalIgnoreCase);
}

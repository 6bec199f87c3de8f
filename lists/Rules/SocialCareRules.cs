using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>The team is named for whom social care knows, and for nobody else.</summary>
internal static class SocialCareRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        Query("social-care-team-missing", SocialCareTeam, row => row.CodeIn(KnownToSocialCare)?.Short == "Yes" && row.LeavesBlank(SocialCareTeam),
            "The child is known to social care and no team is named.", "Name the team, such as children in need or child protection."),
        Query("social-care-team-unexpected", SocialCareTeam, row => row.CodeIn(KnownToSocialCare)?.Short == "No" && row.Gives(SocialCareTeam),
            "A team is named for a child who is not known to social care.", "Leave the team blank, or say Yes before it."),
    ];
}

using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>A child aged 5 to 16 is educated somewhere: at an establishment, or at home.</summary>
internal static class EstablishmentRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        Error(
            "establishment-missing",
            MainUrn,
            row => IsOfSchoolAge(row) && row.LeavesBlank(MainUrn) && row.LeavesBlank(SubsidiaryPhase) && !IsEducatedAtHome(row),
            "A child aged 5 to 16 has neither a main nor a subsidiary establishment.",
            "Give the main establishment, or say that the child is educated at home.",
            "108a",
            "208a"),
        Error("main-establishment-missing", MainUrn, row => IsOfSchoolAge(row) && row.LeavesBlank(MainUrn) && row.Gives(SubsidiaryPhase),
            "A child aged 5 to 16 has a subsidiary but no main establishment.", "Give the main establishment's URN.", "108b", "208b"),
    ];

    private static bool IsOfSchoolAge(ListRecord row) => row.Age is >= 5 and <= 16;

    private static bool IsEducatedAtHome(ListRecord row) => row.CodeIn(ElectiveHomeEducation)?.Short == "Yes";
}

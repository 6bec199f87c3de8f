using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>Special educational provision ends at 25.</summary>
internal static class AgeRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        Query("aged-25", DateOfBirth, row => row.Age == 25,
            "The young person is 25.", "Check the date of birth, and that support goes on to the end of the academic year.", "102a", "202a"),
        Error("aged-26-or-more", DateOfBirth, row => row.Age >= 26,
            "The young person is 26 or older.", "Correct the date of birth, or take the row out.", "102b", "202b"),
    ];
}

using AreaSend.Lists.Codes;
using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>A column with a code set holds codes of the set (¶ 198).</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        OutsideSet("gender-code", Gender),
        OutsideSet("ethnicity-code", Ethnicity),
        OutsideSet("primary-need-code", PrimaryNeed),
        OutsideSet("main-phase-code", MainPhase),
        OutsideSet("subsidiary-phase-code", SubsidiaryPhase),
        OutsideSet("home-education-code", ElectiveHomeEducation),
        OutsideSet("pupil-premium-code", PupilPremium),
        OutsideSet("social-care-code", KnownToSocialCare),
        OfAnotherReturn("gender-code-of-another-return", Gender),
        OfAnotherReturn("primary-need-code-of-another-return", PrimaryNeed),
    ];

    private static RowRule OutsideSet(string name, ListColumn column) =>
        Error(name, column, row => row[column].HasValue && row.CodeIn(column) is null,
            "This value is outside the column's codes.", $"Use one of: {CodeSets.Of(column)!.Listed}.");

    private static RowRule OfAnotherReturn(string name, ListColumn column) =>
        Query(name, column, row => row.CodeIn(column) is { IsOfAnotherReturn: true },
            "This code belongs to another return or year.", $"It was understood; the template's codes are: {CodeSets.Of(column)!.Listed}.");
}

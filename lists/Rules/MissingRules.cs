using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>What every child's row must say.</summary>
internal static class MissingRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        Error("unique-id-missing", UniqueId, row => row.LeavesBlank(UniqueId),
            "The unique ID is missing.", "Give the local authority's own identifier, so that the child can be asked about without a name."),
        Error("date-of-birth-missing", DateOfBirth, row => row.LeavesBlank(DateOfBirth),
            "The date of birth is missing.", "Give the date as DD/MM/YYYY.", "101a", "201a"),
        Error("gender-missing", Gender, row => row.LeavesBlank(Gender),
            "Gender is missing.", "Give M, F, U (not known) or I (not specified).", "101b", "201b"),
        Error("ethnicity-missing", Ethnicity, row => row.LeavesBlank(Ethnicity),
            "Ethnicity is missing.", "Give the census code; NOBT where it has not been obtained.", "101c", "201c"),
        Error("primary-need-missing", PrimaryNeed, row => row.LeavesBlank(PrimaryNeed),
            "The SEN primary need is missing.", "Give the code of the need that is ranked first in the SEN2 return.", "101d", "201d"),
        Error("disability-missing", Disability, row => row.LeavesBlank(Disability),
            "The disability status is missing.", "Say whether the child or young person has a disability.", "103", "203"),
        Error("upn-and-uln-missing", Upn, row => row.Age >= 6 && row.LeavesBlank(Upn) && row.LeavesBlank(Uln),
            "A child aged 6 or more has neither a UPN nor a ULN.", "Give one of the two.", "107", "207"),
    ];
}

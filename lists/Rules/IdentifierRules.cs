using AreaSend.Lists.Identifiers;
using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>Identifiers must have their form and pass their own check.</summary>
internal static class IdentifierRules
{
    private const long SmallestUrn = 100_000;
    private const long LargestUrn = 999_999;

    public static readonly IReadOnlyList<RowRule> All =
    [
        Error("upn-form", ListColumn.Upn, row => HasValue(row, ListColumn.Upn) && !Identifiers.Upn.HasForm(row[ListColumn.Upn].Text),
            "This is not a unique pupil number.", "Give a letter and 12 digits (the last may be a letter in a temporary number), or leave it blank."),
        Error("upn-check-letter", ListColumn.Upn, row => Identifiers.Upn.HasForm(row[ListColumn.Upn].Text) && !Identifiers.Upn.HasRightCheckLetter(row[ListColumn.Upn].Text),
            "The UPN's first letter does not fit its digits.", "Check it against the school's record: a character is wrong or two have changed places."),
        Error("uln-form", ListColumn.Uln, row => HasValue(row, ListColumn.Uln) && !Identifiers.Uln.HasForm(row[ListColumn.Uln].WholeNumber()),
            "This is not a unique learner number.", "Give its 10 digits, or leave it blank."),
        Error("uln-check-digit", ListColumn.Uln, row => row[ListColumn.Uln].WholeNumber() is var number && Identifiers.Uln.HasForm(number) && !Identifiers.Uln.HasRightCheckDigit(number),
            "The ULN's last digit does not fit the rest.", "Check it against the learning records service; 9999999999 is nobody's number."),
        Error("urn-form", MainUrn, row => HasValue(row, MainUrn) && row[MainUrn].WholeNumber() is < SmallestUrn or > LargestUrn,
            "This is not a unique reference number of an establishment.", "Give the 6 digits from Get Information about Schools."),
    ];

    private static bool HasValue(ListRecord row, ListColumn column) => row[column].Kind is not (CellKind.Blank or CellKind.Error);
}

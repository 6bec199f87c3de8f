using AreaSend.Lists.Identifiers;
using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>Identifiers must have their form and pass their own check.</summary>
internal static class IdentifierRules
{
    private const long SmallestUrn = 100_000;
    private const long LargestUrn = 999_999;

    private const string DigitsLost = "Excel has shortened this number to scientific notation, and the digits that it left out are lost.";
    private const string ExportAnew =
        "Export the list anew as .xlsx or .ods, or with the column as text; opening and saving this file does not bring the digits back.";

    public static readonly IReadOnlyList<RowRule> All =
    [
        Error("unique-id-scientific", UniqueId, row => row[UniqueId].IsScientific, DigitsLost, ExportAnew),
        Error("upn-form", ListColumn.Upn, row => IsNoUpn(row[ListColumn.Upn]),
            "This is not a unique pupil number.", "Give a letter and 12 digits (the last may be a letter in a temporary number), or leave it blank."),
        Error(
            "upn-check-letter",
            ListColumn.Upn,
            row => Identifiers.Upn.HasForm(row[ListColumn.Upn].Text) && !Identifiers.Upn.HasRightCheckLetter(row[ListColumn.Upn].Text),
            "The UPN's first letter does not fit its digits.",
            "Check it against the school's record: a character is wrong or two have changed places."),
        Query("upn-unknown", ListColumn.Upn, row => UnknownNumber.Is(row[ListColumn.Upn]),
            "A code stands here for a UPN that is not known.", "Give the UPN once it is known."),
        Error("uln-form", ListColumn.Uln, row => IsNoUln(row[ListColumn.Uln]),
            "This is not a unique learner number.", "Give its 10 digits, or leave it blank."),
        Error("uln-scientific", ListColumn.Uln, row => row[ListColumn.Uln].IsScientific, DigitsLost, ExportAnew),
        Error(
            "uln-check-digit",
            ListColumn.Uln,
            row => row[ListColumn.Uln].WholeNumber() is var number && Identifiers.Uln.HasForm(number) && !Identifiers.Uln.HasRightCheckDigit(number),
            "The ULN's last digit does not fit the rest.",
            "Check it against the learning records service; 9999999999 is nobody's number."),
        Query("uln-unknown", ListColumn.Uln, row => UnknownNumber.Is(row[ListColumn.Uln]),
            "A code stands here for a ULN that is not known.", "Give the ULN once it is known."),
        Error("urn-form", MainUrn, row => row[MainUrn].HasValue && row[MainUrn].WholeNumber() is < SmallestUrn or > LargestUrn,
            "This is not a unique reference number of an establishment.", "Give the 6 digits from Get Information about Schools."),
    ];

    private static bool IsNoUpn(Cell cell) => cell.HasValue && !Identifiers.Upn.HasForm(cell.Text) && !UnknownNumber.Is(cell);

    private static bool IsNoUln(Cell cell) => cell.HasValue && !Identifiers.Uln.HasForm(cell.WholeNumber()) && !cell.IsScientific && !UnknownNumber.Is(cell);
}

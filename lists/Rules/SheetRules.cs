using AreaSend.Lists.Findings;

namespace AreaSend.Lists.Rules;

/// <summary>What the sheet itself must be like.</summary>
internal static class SheetRules
{
    public static readonly Rule ColumnMissing = new("column-missing", Severity.Error,
        "The list lacks this column.", "Add it under the template's name; leave it blank where the area does not hold it, and tell the lead inspector.");

    public static readonly Rule ColumnRepeated = new("column-repeated", Severity.Error,
        "The list has this column twice; the first one was read.", "Take out one of the two.");

    public static readonly Rule ColumnUnknown = new("column-unknown", Severity.Query,
        "The template has no column of this name.", "Take it out unless the inspectors asked for it, or give it the template's name.");

    public static readonly Rule ListEmpty = new("list-empty", Severity.Error,
        "No child stands below the names of the columns.", "Fill in the list, or answer the item as not held with a note.");

    public static readonly Rule SheetHidden = new("sheet-hidden", Severity.Query,
        "The list is on a hidden sheet; it was read.", "Show the sheet, so that inspectors see what you send.");

    public static readonly Rule RowHidden = new("row-hidden", Severity.Query,
        "The row is hidden or filtered away; it was read.", "Show the row, or take it out if it should not be sent.");

    public static readonly Rule ColumnHidden = new("column-hidden", Severity.Query,
        "The column is hidden; it was read.", "Show the column, so that inspectors see what you send.");

    public static readonly Rule RowBlank = new("row-blank", Severity.Query,
        "A blank row stands between children.", "Take it out; the rows below it were read.");

    public static readonly Rule AsAtInFuture = new("as-at-in-future", Severity.Query,
        "The date that the list says it represents is in the future.", "Correct the date; ages were counted at today's date.");
}

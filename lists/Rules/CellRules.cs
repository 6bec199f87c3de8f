using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>What the form of a cell says before its column is asked.</summary>
internal static class CellRules
{
    private static readonly ListColumn[] WholeNumbers =
        [ListColumn.UniqueId, ListColumn.Uln, ListColumn.MainUrn, ListColumn.Suspensions, ListColumn.PermanentExclusions];

    public static readonly IReadOnlyList<RowRule> All = [.. OfEachColumn().Select(rule => rule with { IsOfOddCells = true })];

    private static IEnumerable<RowRule> OfEachColumn() =>
    [
        .. Enum.GetValues<ListColumn>().Select(column => Error("formula-error", column, row => row[column].Kind == CellKind.Error,
            "The cell shows the error of a formula.", "Mend the formula, or enter the value itself.")),
        .. Enum.GetValues<ListColumn>().Select(column => Error("formula-without-value", column, row => row[column].Kind == CellKind.Uncalculated,
            "The cell holds a formula without a saved result.", "Open the workbook in Excel, save it, and send it again.")),
        .. Enum.GetValues<ListColumn>().Select(column => OnceAColumn("apostrophe-before", column, row => row[column].HadApostrophe,
            "An apostrophe stands before the values of this column.", "It was taken off and the values were read; export the list without it.")),
        .. WholeNumbers.Select(column => OnceAColumn("whole-number-with-decimals", column, row => row[column].EndsInNoughts,
            "Whole numbers of this column are text with a point and noughts behind them.", "They were read as whole numbers; export them without decimals.")),
    ];
}

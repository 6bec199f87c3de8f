using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>No cell may hold the error of a formula.</summary>
internal static class CellRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        .. Enum.GetValues<ListColumn>().Select(column => Error("formula-error", column, row => row[column].Kind == CellKind.Error,
            "The cell shows the error of a formula.", "Mend the formula, or enter the value itself.")),
    ];
}

using System.Globalization;
using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>Counts are whole numbers, absence is a percentage; either may be blank where the area does not hold it (¶ 200).</summary>
internal static class FigureRules
{
    public static readonly IReadOnlyList<RowRule> All =
    [
        Error("suspensions-form", Suspensions, row => IsNoCount(row[Suspensions]),
            "This is not a number of suspensions.", "Give a whole number of 0 or more, or leave it blank."),
        Error("permanent-exclusions-form", PermanentExclusions, row => IsNoCount(row[PermanentExclusions]),
            "This is not a number of permanent exclusions.", "Give a whole number of 0 or more, or leave it blank."),
        Error("absence-form", Absence, row => IsNoPercentage(row[Absence]),
            "This is not a percentage of sessions missed.", "Give a percentage from 0 to 100, or leave it blank."),
    ];

    private static bool IsNoCount(Cell cell) => cell.HasValue && cell.WholeNumber() < 0;

    private static bool IsNoPercentage(Cell cell) => cell.HasValue && Percentage(cell) is not (>= 0 and <= 100);

    private static double Percentage(Cell cell)
    {
        if (cell.Kind == CellKind.Number)
        {
            return cell.Number;
        }

        var figure = cell.Text.TrimEnd('%').TrimEnd();
        return double.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }
}

using AreaSend.Lists.Dates;

namespace AreaSend.Lists.Rules;

/// <summary>
/// Whether a column of dates was written with the month before the day, which only the whole column shows: some of its dates have no other
/// reading, and none is a date with the day first alone. Then each of its dates is in doubt, and what any rule made of one is an echo.
/// </summary>
internal sealed class MonthFirst
{
    private static readonly string[] Forms = ["date-unreadable", "date-as-text", "date-with-time"];

    /// <summary>Rules on other columns, or on the age, that rest on a date of the column.</summary>
    private static readonly (ListColumn Column, string[] Rules)[] Echoes =
    [
        (ListColumn.DateOfBirth,
            [
                "date-of-birth-in-future",
                "plan-before-birth",
                "aged-25",
                "aged-26-or-more",
                "upn-and-uln-missing",
                "establishment-missing",
                "main-establishment-missing",
            ]),
        (ListColumn.PlanIssued, ["plan-issued-in-future", "plan-issued-after-update", "plan-issued-after-review", "plan-before-birth"]),
        (ListColumn.PlanUpdated, ["plan-updated-in-future", "plan-issued-after-update"]),
        (ListColumn.PlanReviewed, ["plan-reviewed-in-future", "plan-issued-after-review"]),
    ];

    private readonly int[] _firstRow = new int[ListTemplate.ColumnCount];
    private readonly bool[] _hasDayFirst = new bool[ListTemplate.ColumnCount];

    /// <summary>Looks at the dates of the row.</summary>
    public void Look(ListRecord row)
    {
        foreach (var column in DateRules.Columns)
        {
            if (_hasDayFirst[(int)column])
            {
                continue;
            }

            var cell = row[column];
            if (cell.Kind == CellKind.Date)
            {
                _hasDayFirst[(int)column] = cell.Date.Day > 12;
            }
            else if (cell.Kind == CellKind.Text)
            {
                _hasDayFirst[(int)column] = WrittenDate.IsOnly(cell.Text, dayFirst: true);
                if (_firstRow[(int)column] == 0 && WrittenDate.IsOnly(cell.Text, dayFirst: false))
                {
                    _firstRow[(int)column] = row.Row;
                }
            }
        }
    }

    /// <summary>The columns with the month first, and the row that shows it first.</summary>
    public IEnumerable<(ListColumn Column, int Row)> Columns =>
        DateRules.Columns.Where(column => _firstRow[(int)column] > 0 && !_hasDayFirst[(int)column]).Select(column => (column, _firstRow[(int)column]));

    /// <summary>Whether the finding says no more than that the column has the month first.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="title">The title of the column that it was found in.</param>
    /// <param name="column">A column with the month first.</param>
    public static bool IsEcho(string rule, string title, ListColumn column) =>
        (title == ListTemplate.Title(column) && Forms.Contains(rule)) || Echoes.Any(echo => echo.Column == column && echo.Rules.Contains(rule));
}

using AreaSend.Services.Programme;
using NodaTime;

namespace AreaSend.Web.Programme;

/// <summary>What is due, by region and by quarter.</summary>
/// <param name="Columns">Overdue, the quarters from this one on, and what is due later.</param>
/// <param name="Rows">A row a region, in order of name.</param>
internal sealed record QuarterTable(IReadOnlyList<QuarterColumn> Columns, IReadOnlyList<QuarterRow> Rows)
{
    private const int Quarters = 12;

    /// <summary>Counts each inspection that an area is due for at the quarter in which its date lies.</summary>
    public static QuarterTable Of(ProgrammeView view)
    {
        var first = new LocalDate(view.AsOf.Year, ((view.AsOf.Month - 1) / 3 * 3) + 1, 1);
        QuarterColumn[] columns =
        [
            new("Overdue", LocalDate.MinIsoValue, view.AsOf.PlusDays(-1)) { IsOverdue = true },
            .. Enumerable.Range(0, Quarters).Select(index => first.PlusMonths(3 * index)).Select(start => new QuarterColumn(
                $"{Month(start)} to {Month(start.PlusMonths(2))} {start.Year}", LocalDate.Max(start, view.AsOf), start.PlusMonths(3).PlusDays(-1))),
            new("Later", first.PlusMonths(3 * Quarters), LocalDate.MaxIsoValue),
        ];
        return new(
            columns,
            [
                .. from standing in view.Areas
                   group standing by standing.Area.Region into region
                   orderby region.Key
                   let due = region.SelectMany(standing => standing.Due).ToList()
                   select new QuarterRow(region.Key, [.. columns.Select(column => Cell(due, column))]),
            ]);
    }

    private static QuarterCell Cell(IReadOnlyList<DueInspection> due, QuarterColumn column)
    {
        var own = due.Where(one => one.Limit.By >= column.From && one.Limit.By <= column.To).ToList();
        return new(own.Count, own.Count(one => one.Planned is not null));
    }

    private static string Month(LocalDate date) => date.ToString("MMM", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A quarter, or what lies before or after.</summary>
internal sealed record QuarterColumn(string Title, LocalDate From, LocalDate To)
{
    /// <summary>What lies before today.</summary>
    public bool IsOverdue { get; init; }
}

/// <summary>A region.</summary>
internal sealed record QuarterRow(string Region, IReadOnlyList<QuarterCell> Cells);

/// <summary>How many inspections are due, and how many of them are planned.</summary>
internal sealed record QuarterCell(int Due, int Planned);

using AreaSend.Lists.Workbooks;

namespace AreaSend.Lists.Findings;

/// <summary>
/// The findings as a workbook to work through: a summary by rule and column, and every place that was kept.
/// It holds positions and rules and nothing that the list says of a child.
/// </summary>
public static class FindingsWorkbook
{
    /// <summary>The media type of the workbook.</summary>
    public const string MediaType = WorkbookWriter.MediaType;

    /// <summary>Writes the workbook; the stream is left open.</summary>
    public static void Write(IReadOnlyList<ListReport> reports, Stream target)
    {
        using var workbook = new WorkbookWriter(target);
        WriteSummary(workbook, reports);
        WritePlaces(workbook, reports);
    }

    private static void WriteSummary(WorkbookWriter workbook, IReadOnlyList<ListReport> reports)
    {
        workbook.BeginSheet("Summary", [8, 24, 10, 32, 40, 10, 14, 60, 70]);
        workbook.Row(["List", "Sheet", "Severity", "Rule", "Column", "How many", "Listed", "What is wrong", "How to mend it"], isBold: true);
        foreach (var group in reports.SelectMany(report => report.Groups))
        {
            workbook.Row(
            [
                (int)group.List, NoFormula.Of(group.Sheet), group.Rule.Severity.ToString(), group.Code, NoFormula.Of(group.Column),
                group.Count, group.Places.Count, group.Rule.What, group.Rule.Mend,
            ]);
        }
    }

    // Whoever works through the rows has to know that they are not the last: the same rule is broken further down the list.
    private static string? Left(IReadOnlyList<ListReport> reports)
    {
        var groups = reports.SelectMany(report => report.Groups).ToList();
        var (listed, found) = (groups.Sum(group => (long)group.Places.Count), groups.Sum(group => (long)group.Count));
        return listed == found ? null
            : $"The first {listed:N0} of {found:N0} findings: of each rule and column the first {FindingLog.KeptPlaces:N0}. The sheet Summary says how many there are of each. Mend these, and check the list again.";
    }

    private static void WritePlaces(WorkbookWriter workbook, IReadOnlyList<ListReport> reports)
    {
        workbook.BeginSheet("Findings", [8, 24, 10, 10, 40, 12, 10, 32, 110]);
        if (Left(reports) is { } left)
        {
            workbook.Row([left], isBold: true);
        }

        workbook.Row(["List", "Sheet", "Row", "Cell", "Column", "Kind of value", "Severity", "Rule", "What is wrong and how to mend it"], isBold: true);
        foreach (var group in reports.SelectMany(report => report.Groups))
        {
            foreach (var place in group.Places)
            {
                workbook.Row(
                [
                    (int)group.List, NoFormula.Of(group.Sheet), place.Row, group.CellAt(place), NoFormula.Of(group.Column),
                    place.Kind.ToString(), group.Rule.Severity.ToString(), group.Code, group.MessageAt(place),
                ]);
            }
        }
    }
}

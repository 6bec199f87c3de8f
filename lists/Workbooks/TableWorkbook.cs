namespace AreaSend.Lists.Workbooks;

/// <summary>Tables as an Excel workbook, a sheet each. No text in it is a formula, now or after somebody saves it as CSV.</summary>
public static class TableWorkbook
{
    /// <summary>The media type of a workbook.</summary>
    public const string MediaType = WorkbookWriter.MediaType;

    private const int Narrowest = 8;
    private const int Widest = 60;

    /// <summary>Writes it; the stream is left open.</summary>
    public static void Write(Stream target, IEnumerable<TableSheet> sheets)
    {
        using var workbook = new WorkbookWriter(target);
        foreach (var sheet in sheets)
        {
            workbook.BeginSheet(sheet.Name, [.. sheet.Headings.Select((heading, column) => Width(heading, sheet.Rows.Select(row => row[column])))]);
            workbook.Row(sheet.Headings, isBold: true);
            foreach (var row in sheet.Rows)
            {
                workbook.Row(row.Select(cell => cell is string text ? NoFormula.Of(text) : cell));
            }
        }
    }

    private static int Width(string heading, IEnumerable<object?> cells) =>
        Math.Clamp(
            cells.Select(cell =>
                    cell is string text ? text.Length
                    : cell is null ? 0
                    : "2026-12-31".Length)
                .Append(heading.Length)
                .Max() + 2,
            Narrowest,
            Widest);
}

/// <summary>A table for a sheet of a workbook.</summary>
/// <param name="Name">The sheet's name, of at most 31 characters.</param>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">A cell for each column: text, a number, a date, or null for none.</param>
public sealed record TableSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

using AreaSend.Core.AnnexA.Lists;
using AreaSend.Services.AnnexA.Lists;
using AreaSend.Services.AnnexA.Lists.Csv;

namespace AreaSend.Services.ReferenceData;

/// <summary>A comma-separated file with a heading row, as the files of <c>data/</c> are.</summary>
internal static class CsvTable
{
    /// <summary>Each row after the headings, by heading; a field that a row leaves out at its end is empty.</summary>
    /// <exception cref="FormatException">A row has more fields than there are headings.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var rows = Rows(text).ToList();
        var headings = rows[0];
        return [.. rows.Skip(1).Select((row, index) => Named(headings, row, number: index + 2))];
    }

    private static Dictionary<string, string> Named(string[] headings, string[] row, int number) =>
        row.Length <= headings.Length
            ? headings.Select((heading, column) => (heading, Field: row.ElementAtOrDefault(column) ?? "")).ToDictionary(pair => pair.heading, pair => pair.Field)
            : throw new FormatException($"Row {number} has {row.Length} fields, and there are {headings.Length} headings.");

    private static IEnumerable<string[]> Rows(string text)
    {
        using var characters = new StringReader(text);
        var reader = new CsvReader(characters, ',');
        var budget = new RowBudget(CancellationToken.None);
        var row = new SheetRow();
        while (reader.Read(row, budget))
        {
            yield return [.. Enumerable.Range(0, row.Width).Select(column => row[column].Text.ToString())];
        }
    }
}

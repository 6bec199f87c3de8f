using CsvHelper;

namespace AreaSend.Services.ReferenceData;

/// <summary>A comma-separated file with a heading row, as the files of <c>data/</c> are.</summary>
internal static class CsvTable
{
    /// <summary>Each row after the headings, by heading; a field that a row leaves out at its end is empty.</summary>
    /// <exception cref="FormatException">A row has more fields than there are headings.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false });
        reader.Read();
        var headings = Fields(reader).ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
        {
            var row = Fields(reader).ToArray();
            rows.Add(
                row.Length <= headings.Length
                    ? headings.Select((heading, column) => (heading, Field: row.ElementAtOrDefault(column) ?? ""))
                        .ToDictionary(pair => pair.heading, pair => pair.Field)
                    : throw new FormatException($"Row {rows.Count + 2} has {row.Length} fields, and there are {headings.Length} headings."));
        }

        return rows;
    }

    private static IEnumerable<string> Fields(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).Select(reader.GetString);
}

using System.Text;

namespace AreaSend.Services.ReferenceData;

/// <summary>A comma-separated file with a heading row, quoted as RFC 4180 says: a field in quotes may hold commas, line ends and doubled quotes.</summary>
internal static class CsvTable
{
    /// <summary>Each row after the headings, by heading.</summary>
    /// <exception cref="FormatException">A row has more or fewer fields than there are headings.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var rows = Rows(text).ToList();
        var headings = rows[0];
        return [.. rows.Skip(1).Select((row, index) => Named(headings, row, number: index + 2))];
    }

    private static Dictionary<string, string> Named(List<string> headings, List<string> row, int number) =>
        row.Count == headings.Count
            ? headings.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new FormatException($"Row {number} has {row.Count} fields, and there are {headings.Count} headings.");

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var justClosed = false;
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            switch (character)
            {
                case '"':
                    // A quote right after a closing one reopens the field: the pair stands for one quote.
                    field.Append(justClosed ? "\"" : "");
                    justClosed = quoted;
                    quoted = !quoted;
                    continue;
                case ',' when !quoted:
                    row.Add(Take(field));
                    break;
                case '\n' when !quoted:
                    row.Add(Take(field));
                    yield return row;
                    row = [];
                    break;
                default:
                    field.Append(character);
                    break;
            }

            justClosed = false;
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(Take(field));
            yield return row;
        }
    }

    private static string Take(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}

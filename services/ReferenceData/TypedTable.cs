using CsvHelper;

namespace AreaSend.Services.ReferenceData;

/// <summary>A line of a table that people have typed and saved as CSV.</summary>
/// <param name="Number">Its number in the file; the headings are line 1.</param>
/// <param name="Cells">Its cells by heading, without spaces around them; empty where a line is short.</param>
public sealed record TypedRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty where there is none.</summary>
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");
}

/// <summary>
/// Reads a table that people have typed: comma, semicolon or tab between the columns,
/// headings in the first line and in any order. What is wrong with its form is said in sentences.
/// </summary>
/// <param name="Headings">The columns that there can be.</param>
/// <param name="Needed">The columns that there must be.</param>
/// <param name="Aliases">Other names of columns.</param>
/// <param name="MostLines">A file with more is cut off there, and said to be too long.</param>
public sealed record TypedTable(IReadOnlyList<string> Headings, IReadOnlyList<string> Needed, IReadOnlyDictionary<string, string> Aliases, int MostLines)
{
    private const int LongestCell = 100;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The lines that have the form of a line, in order.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="find">Takes what has to be put right: number of the line,
    /// heading of the column or null, and what to do, in a sentence without a full stop.</param>
    public IReadOnlyList<TypedRow> Read(string text, Action<int, string?, string> find)
    {
        var (rows, number) = (new List<TypedRow>(), 1);
        try
        {
            using var reader = Open(text.TrimStart('\uFEFF'));
            if (HeadingsOf(reader, find) is not { } headings)
            {
                return [];
            }

            for (var lines = 0; reader.Read();)
            {
                number++;
                string[] fields = [.. Fields(reader)];
                if (fields.All(field => field.Length == 0))
                {
                    continue;
                }

                if (++lines > MostLines)
                {
                    find(number, null, $"A file has at most {MostLines:N0} lines. Bring the rest in with another file");
                    return rows;
                }

                if (WhyNot(fields, headings.Count) is { } because)
                {
                    find(number, null, because);
                    continue;
                }

                rows.Add(new(number, headings.Zip(fields).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second)));
            }
        }
        catch (CsvFormatException)
        {
            find(number, null, "This line does not end: a quotation mark is opened and never closed. Close it");
        }

        return rows;
    }

    private static CsvReader Open(string text)
    {
        var first = text.Split('\n', 2)[0];
        return CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = Separators.MaxBy(candidate => first.Count(letter => letter == candidate)), HasHeader = false, SkipEmptyLines = false,
        });
    }

    private List<string>? HeadingsOf(CsvReader reader, Action<int, string?, string> find)
    {
        var findings = 0;
        string[] typed = reader.Read() ? [.. Fields(reader)] : [];
        List<string> headings =
        [
            .. typed.Select(heading => heading.ToLowerInvariant().Replace(' ', '_'))
                .Select(heading => Aliases.GetValueOrDefault(heading, heading)),
        ];
        foreach (var (heading, found) in headings.Zip(typed).Where(pair => pair.First.Length > 0 && !Headings.Contains(pair.First)))
        {
            Find(found, $"There is no such column. The columns are: {string.Join(", ", Headings)}");
        }

        foreach (var twice in headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(same => same.Count() > 1))
        {
            Find(twice.Key, "This column stands there twice. Leave one of them out");
        }

        foreach (var missing in Needed.Except(headings))
        {
            Find(missing, $"The first line has to name the columns, and this one is missing. The columns are: {string.Join(", ", Headings)}");
        }

        return findings == 0 ? headings : null;

        void Find(string column, string sentence)
        {
            findings++;
            find(1, column, sentence);
        }
    }

    private static string? WhyNot(string[] fields, int columns) =>
        fields.Skip(columns).Any(field => field.Length > 0) ? "This line has more cells than there are columns. Check that dates and names hold no separator"
        : fields.Any(field => field.Length > LongestCell || field.Any(char.IsControl)) ? $"A cell of this line is longer than {LongestCell} characters or runs over several lines. Check its quotation marks"
        : null;

    private static IEnumerable<string> Fields(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim());
}

using AreaSend.Lists;
using AreaSend.Lists.Samples;
using AreaSend.Lists.Workbooks;

namespace AreaSend.Lists.Tests.Files;

/// <summary>Headings and fictional children of a list, in the form that each kind of file needs.</summary>
internal static class ListRows
{
    public static IReadOnlyList<string> Headings(PersonList list) => [.. ListTemplate.Columns(list).Select(ListTemplate.Title)];

    public static IReadOnlyList<object?> Child(PersonList list, int number)
    {
        var child = SampleChild.Number(number);
        return [.. ListTemplate.Columns(list).Select(column => child[column])];
    }

    /// <summary>A row of a sheet's XML. Dates are days since 1900, in style 1.</summary>
    public static string Xml(int row, IReadOnlyList<object?> cells, string attributes = "")
    {
        var xml = string.Concat(cells.Select((cell, i) => Xml($"{ColumnLetter.Of(i)}{row}", cell)));
        return $"""<row r="{row}" {attributes}>{xml}</row>""";
    }

    public static string Headings(int row, PersonList list) => Xml(row, [.. Headings(list)]);

    private static string Xml(string reference, object? cell) => cell switch
    {
        null => "",
        string text => $"""<c r="{reference}" t="inlineStr"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>""",
        LocalDate date => $"""<c r="{reference}" s="1"><v>{Period.DaysBetween(new LocalDate(1899, 12, 30), date)}</v></c>""",
        _ => FormattableString.Invariant($"""<c r="{reference}"><v>{cell}</v></c>"""),
    };

    /// <summary>A line of text with the separator; dates in the template's form.</summary>
    public static string Line(char separator, IEnumerable<object?> cells) =>
        string.Join(separator, cells.Select(cell => cell switch
        {
            LocalDate date => date.ToString("dd/MM/uuuu", null),
            string text when text.Contains(separator) || text.Contains('"') || text.Contains('\n') => $"\"{text.Replace("\"", "\"\"")}\"",
            _ => FormattableString.Invariant($"{cell}"),
        }));
}

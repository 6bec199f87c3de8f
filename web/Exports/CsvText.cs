using System.Text;
using AreaSend.Lists.Workbooks;

namespace AreaSend.Web.Exports;

/// <summary>A table as CSV (RFC 4180) that a spreadsheet program can open without taking any text for a formula.</summary>
internal static class CsvText
{
    /// <summary>The answer to a request for a table: a file to save.</summary>
    public static IResult File(string name, IEnumerable<IReadOnlyList<string>> rows) =>
        Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Of(rows))).ToArray(), "text/csv; charset=utf-8", name);

    /// <summary>The rows, the first of which holds the headings.</summary>
    public static string Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Quoted(string value) => $"\"{NoFormula.Of(value).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

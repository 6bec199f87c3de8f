using System.Text;
using AreaSend.Lists.Headers;

namespace AreaSend.Lists.Files.Csv;

/// <summary>Reads a list that was saved as text. The separator is the one under which a row names the list's columns.</summary>
internal static class CsvFile
{
    private const int RowsToTry = 100;

    private static readonly char[] Separators = [',', ';', '\t'];

    public static void Feed(Stream content, string name, BookCheck check, RowBudget budget)
    {
        var encoding = TextEncoding.Of(content);
        var separator = Separators.MaxBy(candidate => ColumnsNamed(content, encoding, candidate, new RowBudget(budget.Cancellation)));
        using var text = TextEncoding.Open(content, encoding);
        using var rows = new CsvRows(text, separator);
        var row = new SheetRow();
        check.BeginSheet(new SheetInfo(name, IsPlainText: true));
        while (rows.Read(row, budget))
        {
            budget.SpendRow(row);
            if (!check.Take(row))
            {
                return;
            }
        }
    }

    private static int ColumnsNamed(Stream content, Encoding encoding, char separator, RowBudget budget)
    {
        using var text = TextEncoding.Open(content, encoding);
        using var rows = new CsvRows(text, separator);
        var row = new SheetRow();
        for (var i = 0; i < RowsToTry && rows.Read(row, budget); i++)
        {
            if (ListHeader.From(row) is { } header)
            {
                return header.Known;
            }
        }

        return 0;
    }
}

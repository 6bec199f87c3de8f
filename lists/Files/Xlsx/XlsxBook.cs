using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Reads a workbook of Excel 2007 or later straight from its XML, one row in memory at a time.</summary>
internal static class XlsxBook
{
    public static void Feed(Package package, BookCheck check, RowBudget budget)
    {
        var workbook = Workbook.Read(package);
        var relations = package.RelationsOf(package.WorkbookPath).Values;
        using var stylesPart = OpenFirst("styles");
        var styles = DateStyles.Read(stylesPart);
        using var stringsPart = OpenFirst("sharedStrings");
        var strings = SharedStrings.Read(stringsPart, budget.Cancellation);

        var row = new SheetRow { Uses1904 = workbook.Uses1904 };
        foreach (var (sheet, path) in workbook.Sheets)
        {
            using var reader = package.Open(path);
            if (reader is not null)
            {
                check.BeginSheet(sheet);
                row.BeginSheet();
                new SheetReader(reader, strings, styles, budget).Feed(row, check);
            }
        }

        XmlReader? OpenFirst(string word) =>
            relations.FirstOrDefault(relation => relation.IsOf(word)) is { } relation ? package.Open(relation.Target) : null;
    }
}

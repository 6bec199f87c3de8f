using AreaSend.FileChecks.Archives;
using AreaSend.Lists.Files.OpenDocuments;
using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files;

/// <summary>Reads a book that is a zip archive: an Excel workbook or an OpenDocument spreadsheet.</summary>
internal static class ZippedBook
{
    public static void Feed(Stream content, BookCheck check, RowBudget budget)
    {
        var package = new Package(ZipParts.Read(content, budget.Cancellation));
        if (OdsBook.Is(package))
        {
            OdsBook.Feed(package, check, budget);
        }
        else
        {
            XlsxBook.Feed(package, check, budget);
        }
    }
}

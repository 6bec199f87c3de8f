using System.IO.Compression;
using AreaSend.Lists.Files.OpenDocuments;
using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files;

/// <summary>Reads a book that is a zip archive: an Excel workbook or an OpenDocument spreadsheet.</summary>
internal static class ZippedBook
{
    public static void Feed(Stream content, BookCheck check, RowBudget budget)
    {
        ZipDirectory.RequireSmall(content);
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var package = new Package(archive);
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

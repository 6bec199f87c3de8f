using System.Text;
using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files;

/// <summary>Forms of a table that are none of ours, named for the person who sent one, with what to do.</summary>
internal static class OtherForms
{
    private const string SaveAs = "open it in Excel, choose Save As, Excel Workbook (.xlsx), and send that.";
    private const string OpenDocument = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static readonly (string Part, string Sentence)[] Zipped =
    [
        ("xl/workbook.bin", $"The file is a binary workbook (.xlsb); {SaveAs}"),
        ("word/document.xml", "The file is a Word document; send the list as .xlsx, .ods or .csv."),
        ("ppt/presentation.xml", "The file is a PowerPoint presentation; send the list as .xlsx, .ods or .csv."),
        ("Index/Document.iwa", "The file is made with Apple Numbers; export it as Excel (.xlsx) and send that."),
        ("content.xml", "The file is an OpenDocument file, but no spreadsheet; send the list as .xlsx, .ods or .csv."),
    ];

    /// <summary>What a zip archive is that holds no workbook that can be read.</summary>
    public static string NoWorkbook(Package package) =>
        Zipped.FirstOrDefault(form => package.Has(form.Part)).Sentence
        ?? "The file is a zip archive, but no workbook; take the list out of the archive and send it by itself.";

    /// <summary>What a file is that begins like this and is made of characters; null for a plain table.</summary>
    public static string? Marked(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return $"The file is a saved web page (MHTML), whatever it is called; {SaveAs}";
        }

        if (!text.StartsWith('<'))
        {
            return null;
        }

        return text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
            && !text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                ? $"The file is an XML Spreadsheet 2003, whatever it is called; {SaveAs}"
            : text.Contains(OpenDocument, StringComparison.Ordinal) ? "The file is a flat OpenDocument file (.fods); save it as .ods or .xlsx and send that."
            : IsHtml(text) ? $"The file is a web page (HTML), whatever it is called; {SaveAs}"
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "The file is an XML file and no list; send the list as .xlsx, .ods or .csv."
            : null;
    }

    private static readonly string[] Tags = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div"];

    private static bool IsHtml(string text) =>
        Tags.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
        || text.Contains("<html", StringComparison.OrdinalIgnoreCase);
}

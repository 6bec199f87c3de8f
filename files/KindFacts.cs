using System.Collections.Frozen;

namespace AreaSend.FileChecks;

/// <summary>What goes with a kind of file.</summary>
/// <param name="Words">How a sentence calls it.</param>
/// <param name="Endings">The endings its name may have, the usual one first.</param>
/// <param name="ContentType">The type it is served with.</param>
public sealed record KindFacts(string Words, string[] Endings, string ContentType)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly FrozenDictionary<FileKind, KindFacts> All = new Dictionary<FileKind, KindFacts>
    {
        [FileKind.Pdf] = new("a PDF", [".pdf"], "application/pdf"),
        [FileKind.Docx] = new("a Word document", [".docx"], OpenXml + "wordprocessingml.document"),
        [FileKind.Xlsx] = new("an Excel workbook", [".xlsx"], OpenXml + "spreadsheetml.sheet"),
        [FileKind.Pptx] = new("a PowerPoint presentation", [".pptx"], OpenXml + "presentationml.presentation"),
        [FileKind.Doc] = new("a Word 97 to 2003 document", [".doc"], "application/msword"),
        [FileKind.Xls] = new("an Excel 97 to 2003 workbook", [".xls"], "application/vnd.ms-excel"),
        [FileKind.Ppt] = new("a PowerPoint 97 to 2003 presentation", [".ppt"], "application/vnd.ms-powerpoint"),
        [FileKind.Odt] = new("an OpenDocument text", [".odt"], OpenDocument + "text"),
        [FileKind.Ods] = new("an OpenDocument spreadsheet", [".ods"], OpenDocument + "spreadsheet"),
        [FileKind.Odp] = new("an OpenDocument presentation", [".odp"], OpenDocument + "presentation"),
        [FileKind.Text] = new("plain text", [".csv", ".txt", ".tsv"], "text/plain"),
        [FileKind.Png] = new("a PNG picture", [".png"], "image/png"),
        [FileKind.Jpeg] = new("a JPEG picture", [".jpg", ".jpeg"], "image/jpeg"),
        [FileKind.Zip] = new("a zip archive", [".zip"], "application/zip"),
    }.ToFrozenDictionary();

    /// <summary>The facts of a kind.</summary>
    public static KindFacts Of(FileKind kind) => All[kind];
}

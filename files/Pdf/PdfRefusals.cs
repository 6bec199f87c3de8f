using System.Collections.Frozen;

namespace AreaSend.FileChecks.Pdf;

/// <summary>Names that no document for inspectors needs.</summary>
internal static class PdfRefusals
{
    private static readonly FrozenDictionary<string, Refusal> Names = new Dictionary<string, Refusal>
    {
        ["JavaScript"] = Refusals.PdfAction,
        ["Launch"] = Refusals.PdfAction,
        ["ImportData"] = Refusals.PdfAction,
        ["SubmitForm"] = Refusals.PdfAction,
        ["Rendition"] = Refusals.PdfAction,
        ["GoToE"] = Refusals.PdfAttachment,
        ["GoToR"] = Refusals.PdfAction,
        ["OnInstantiate"] = Refusals.PdfAction,
        ["FileAttachment"] = Refusals.PdfAttachment,
        ["Movie"] = Refusals.PdfAttachment,
        ["3DD"] = Refusals.PdfAttachment,
        ["XFA"] = Refusals.PdfAction,
        ["EmbeddedFile"] = Refusals.PdfAttachment,
        ["EmbeddedFiles"] = Refusals.PdfAttachment,
        ["RichMedia"] = Refusals.PdfAttachment,
        ["Encrypt"] = Refusals.PdfProtected,
    }.ToFrozenDictionary();

    /// <param name="name">A name in the file, its escapes resolved.</param>
    /// <param name="mayBeProse">Whether it may as well be a word after a slash in a sentence. A sentence has "Plan/Launch" and "Film/Movie".</param>
    public static void Require(string name, bool mayBeProse)
    {
        if (Names.TryGetValue(name, out var refusal) && !(mayBeProse && name is "Launch" or "Movie"))
        {
            throw new RefusedException(refusal);
        }
    }
}

using System.Collections.Frozen;

namespace AreaSend.FileChecks.Pdf;

/// <summary>Names that no document for inspectors needs.</summary>
internal static class PdfRefusals
{
    private static readonly FrozenDictionary<string, Refusal> _names = new Dictionary<string, Refusal>
    {
        ["JavaScript"] = Refusals.PdfAction,
        ["Launch"] = Refusals.PdfAction,
        ["ImportData"] = Refusals.PdfAction,
        ["SubmitForm"] = Refusals.PdfAction,
        ["Rendition"] = Refusals.PdfAction,
        ["GoToE"] = Refusals.PdfAttachment,
        ["XFA"] = Refusals.PdfAction,
        ["EmbeddedFile"] = Refusals.PdfAttachment,
        ["EmbeddedFiles"] = Refusals.PdfAttachment,
        ["RichMedia"] = Refusals.PdfAttachment,
        ["Encrypt"] = Refusals.Encrypted,
    }.ToFrozenDictionary();

    /// <param name="name">A name in the file, its escapes resolved.</param>
    /// <param name="mayBeProse">Whether it may as well be a word after a slash in a sentence. "Plan/Launch" is the only one that a sentence has.</param>
    public static void Require(string name, bool mayBeProse)
    {
        if (_names.TryGetValue(name, out var refusal) && !(mayBeProse && name == "Launch"))
        {
            throw new RefusedException(refusal);
        }
    }
}

using AreaSend.FileChecks.CompoundFiles;
using AreaSend.FileChecks.Pdf;
using AreaSend.FileChecks.Pictures;
using AreaSend.FileChecks.Text;

namespace AreaSend.FileChecks;

/// <summary>Sends a file to the check of its form: an upload, or a document inside one.</summary>
internal static class DocumentCheck
{
    /// <summary>What the document is.</summary>
    /// <exception cref="RefusedException">It is not taken.</exception>
    public static FileKind KindOf(Stream content, FirstPass pass, CheckScope scope)
    {
        var form = FileForms.Of(pass.Start);
        if (form is not FileForm.Zip)
        {
            OneKindOnly.Require(content, pass.Start);
        }

        return form switch
        {
            FileForm.Empty => throw new RefusedException(Refusals.Empty),
            FileForm.RichText => throw new RefusedException(Refusals.RichText),
            FileForm.Program => throw new RefusedException(Refusals.Program),
            FileForm.Zip => ArchiveCheck.KindOf(content, scope),
            FileForm.CompoundFile => CompoundFileCheck.KindOf(content),
            FileForm.Pdf => PdfCheck.KindOf(content, scope),
            FileForm.Png => PngCheck.KindOf(content, scope.Limits),
            FileForm.Jpeg => JpegCheck.KindOf(content, scope.Limits),
            _ => TextCheck.KindOf(content, pass),
        };
    }
}

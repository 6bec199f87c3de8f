namespace AreaSend.FileChecks.Packages;

/// <summary>
/// A part that is not XML may be a picture, a font or a printer's settings, but not a file that someone could take out and open: told by its first bytes,
/// whatever it is called.
/// </summary>
internal static class EmbeddedFiles
{
    public static void Refuse(ReadOnlySpan<byte> start)
    {
        switch (FileForms.Of(start))
        {
            case FileForm.Zip or FileForm.CompoundFile or FileForm.Pdf or FileForm.RichText:
                throw new RefusedException(Refusals.EmbeddedObject);
            case FileForm.Program:
                throw new RefusedException(Refusals.Program);
        }

        if (start.IndexOf("<!DOCTYPE"u8) >= 0 || start.IndexOf("<!ENTITY"u8) >= 0)
        {
            throw new RefusedException(Refusals.XmlEntities);
        }
    }
}

namespace AreaSend.FileChecks;

/// <summary>
/// A file keeps the name that the LANO gave it, and an inspector's computer opens it by its ending: an ending that is not the content's own would fail there,
/// or start
/// the wrong program. So it is refused with the right ending, rather than renamed behind the LANO's back.
/// </summary>
internal static class EndingCheck
{
    public static void Require(FileKind kind, string fileName)
    {
        var ending = UploadName.Extension(fileName);
        if (!KindFacts.Of(kind).Endings.Contains(ending))
        {
            throw new RefusedException(kind == FileKind.Text && ending is ".eml" or ".msg" or ".mht" ? Refusals.Email : Refusals.WrongEnding(kind, ending));
        }
    }
}

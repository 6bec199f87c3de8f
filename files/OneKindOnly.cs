using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks;

/// <summary>
/// Some formats are found from their end (zip) or a little after their beginning (PDF), so that one file can be two: a picture to one program, an archive to
/// another.
/// What was checked as the one would be opened as the other.
/// </summary>
internal static class OneKindOnly
{
    public static void Require(Stream content, ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("%PDF-"u8) > 0 || ZipEnd.IsBehind(content))
        {
            throw new RefusedException(Refusals.TwoKinds);
        }
    }
}

using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>The characters of names in a zip archive.</summary>
internal static class ZipNames
{
    /// <summary>The characters of names that are not marked as UTF-8; Windows writes names so.</summary>
    public static Encoding Oem { get; } = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>
    /// The name, with / between folders. Backslashes are folders to some programs and letters to others, so a name that is not plain has none.
    /// </summary>
    public static string Read(ReadOnlySpan<byte> name, bool isUtf8)
    {
        if (name.Contains((byte)'\\') && (!isUtf8 && !Ascii.IsValid(name) || name.Contains((byte)'/')))
        {
            throw new RefusedException(Refusals.NameInArchive);
        }

        return (isUtf8 ? Encoding.UTF8 : Oem).GetString(name).Replace('\\', '/');
    }
}

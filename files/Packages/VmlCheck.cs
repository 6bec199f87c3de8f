using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// Drawings in VML, which are not always well-formed, so that they are searched rather than read: a picture in them may not come from another machine.
/// </summary>
internal static partial class VmlCheck
{
    private const int MostBytes = 16 << 20;

    public static void Require(EntryStream part)
    {
        EmbeddedFiles.Refuse(part.Start);
        var copy = new MemoryStream();
        var buffer = new byte[16 << 10];
        int count;
        while ((count = part.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > MostBytes)
            {
                throw new RefusedException(Refusals.TooMuchMarkup);
            }
        }

        // Without zeros, text in UTF-16 reads like any other.
        var text = WebUtility.HtmlDecode(Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length).Replace("\0", ""));
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refusals.XmlEntities);
        }

        if (Sources().Matches(text).Any(source => Addresses.IsRemote(source.Groups[1].Value)))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    [GeneratedRegex("""\b(?:src|althref|(?<=(?:imagedata|fill|stroke)\b[^<>]*)href)\s*=\s*["']?([^"'<>]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Sources();
}

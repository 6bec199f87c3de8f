using System.Text;

namespace AreaSend.Lists.Files.Csv;

/// <summary>
/// Which characters a text file's bytes stand for: what its first bytes declare, else UTF-8 where every byte fits it, else Windows-1252 as Excel saves.
/// </summary>
internal static class TextEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a file that does not declare one.</summary>
    public static Encoding Of(Stream content)
    {
        content.Position = 0;
        return IsUtf8(content) ? Encoding.UTF8 : Windows1252;
    }

    /// <summary>A reader at the file's first character, in the encoding that the file declares, else in the one given.</summary>
    public static StreamReader Open(Stream content, Encoding encoding)
    {
        content.Position = 0;
        return new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
    }

    private static bool IsUtf8(Stream content)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var characters = new char[bytes.Length + 1];
        try
        {
            int count;
            while ((count = content.Read(bytes)) > 0)
            {
                decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false);
            }

            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

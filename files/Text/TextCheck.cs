using System.Text;

namespace AreaSend.FileChecks.Text;

/// <summary>Plain text and CSV: what is left when nothing else fits, so it must be text to the last character and no source of a program or a page.</summary>
internal static class TextCheck
{
    public static FileKind KindOf(Stream content, FirstPass pass)
    {
        if (!pass.IsText)
        {
            throw new RefusedException(Refusals.UnknownKind);
        }

        var encoding = EncodingOf(content, pass.Start) ?? throw new RefusedException(Refusals.UnknownKind);
        if (FirstCharacterOf(pass.Start) == '<')
        {
            throw new RefusedException(Refusals.WebPage);
        }

        if (pass.Start is [(byte)'#', (byte)'!', ..] or [0xEF, 0xBB, 0xBF, (byte)'#', (byte)'!', ..])
        {
            throw new RefusedException(Refusals.Program);
        }

        CommandCells.Refuse(content, encoding);
        return FileKind.Text;
    }

    /// <summary>
    /// What the text is written in: what its mark says, and then every character must be one; without a mark, UTF-8 or Windows-1252. Null when it is no text.
    /// </summary>
    private static Encoding? EncodingOf(Stream content, ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => IsText(content, new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)),
        [0xFE, 0xFF, ..] => IsText(content, new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)),
        [0xEF, 0xBB, 0xBF, ..] => IsText(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true)),
        _ => IsText(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true))
            ?? CodePagesEncodingProvider.Instance.GetEncoding(1252),
    };

    private static Encoding? IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[16 << 10];
        try
        {
            int count;
            while ((count = reader.Read(buffer)) > 0)
            {
                if (buffer.AsSpan(0, count).ContainsAny(TextProbe.NotInText))
                {
                    return null;
                }
            }

            return encoding;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Byte order marks, zeros of UTF-16 and white space go before it.</summary>
    private static char FirstCharacterOf(ReadOnlySpan<byte> start)
    {
        var rest = start.TrimStart(Before);
        return rest.IsEmpty ? '\0' : (char)rest[0];
    }

    private static ReadOnlySpan<byte> Before => [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x20, 0x09, 0x0A, 0x0C, 0x0D];
}

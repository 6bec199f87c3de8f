namespace AreaSend.FileChecks.Pdf;

/// <summary>
/// An object of a PDF that begins with a dictionary. Every program finds objects by the word "obj", from its table or by searching, so each such word is looked
/// at,
/// wherever it stands. An object stream must be packed in the one plain way, or its objects could be hidden from us and not from others.
/// </summary>
internal static class PdfStreamObject
{
    private const int FirstRead = 2048;
    private const int MostBytes = 4 << 20;

    private static readonly string[] WhatMatters = ["Type", "N", "First", "Filter", "DecodeParms", "DP", "F", "FFilter", "FDecodeParms"];

    /// <summary>Looks at what follows the word "obj".</summary>
    /// <returns>Where the bytes of an object stream begin that is packed plainly; null when it is no object stream, or one that is not packed.</returns>
    /// <exception cref="RefusedException">It is an object stream that is packed in another way.</exception>
    public static long? ObjectsAt(Stream content, long afterWord)
    {
        for (var wanted = FirstRead; ; wanted *= 8)
        {
            var bytes = Read(content, afterWord, wanted);
            var start = PdfLexer.SkipBlank(bytes, 0);
            PdfValues.RequireNoScript(bytes.AsSpan(start));
            if (!bytes.AsSpan(start).StartsWith("<<"u8))
            {
                return null;
            }

            var end = PdfLexer.SkipValue(bytes, start);
            var word = end < 0 ? bytes.Length : PdfLexer.SkipBlank(bytes, end);
            if (word + 8 > bytes.Length && bytes.Length == wanted && wanted < MostBytes)
            {
                continue;
            }

            if (end < 0 || !bytes.AsSpan(word).StartsWith("stream"u8))
            {
                return null;
            }

            return IsPacked(bytes.AsSpan(start..end)) ? afterWord + AfterLine(bytes, word + 6) : null;
        }
    }

    private static bool IsPacked(ReadOnlySpan<byte> dictionary)
    {
        var values = Values(dictionary);
        var isObjects = (values.ContainsKey("N") && values.ContainsKey("First")) || values.GetValueOrDefault("Type") == "/ObjStm";
        if (!isObjects)
        {
            return false;
        }

        var filter = values.GetValueOrDefault("Filter");
        if (
            values.Keys.Any(key => key is "DecodeParms" or "DP" or "F" or "FFilter" or "FDecodeParms" or "")
            || filter is not (null or "/FlateDecode" or "[/FlateDecode]"))
        {
            throw new RefusedException(Refusals.PdfUnchecked);
        }

        return filter is not null;
    }

    /// <summary>The values of the keys that matter, without blanks; under an empty key when one stands twice.</summary>
    private static Dictionary<string, string> Values(ReadOnlySpan<byte> dictionary)
    {
        var values = new Dictionary<string, string>();
        var at = PdfLexer.SkipBlank(dictionary, 2);
        while (at >= 0 && at < dictionary.Length - 2 && dictionary[at] == '/')
        {
            var keyEnd = PdfLexer.SkipValue(dictionary, at);
            var valueAt = PdfLexer.SkipBlank(dictionary, keyEnd);
            var valueEnd = ValueEnd(dictionary, valueAt);
            var key = PdfLexer.Name(dictionary[at..keyEnd]);
            if (WhatMatters.Contains(key) && !values.TryAdd(key, Plain(dictionary[valueAt..valueEnd])))
            {
                values[""] = key;
            }

            at = PdfLexer.SkipBlank(dictionary, valueEnd);
        }

        return values;
    }

    /// <summary>A value goes on to the next key: a reference is three words.</summary>
    private static int ValueEnd(ReadOnlySpan<byte> dictionary, int at)
    {
        var end = PdfLexer.SkipValue(dictionary, at);
        var next = PdfLexer.SkipBlank(dictionary, Math.Max(end, at));
        while (end >= 0 && next < dictionary.Length - 2 && dictionary[next] is not ((byte)'/' or (byte)'>'))
        {
            end = PdfLexer.SkipValue(dictionary, next);
            next = PdfLexer.SkipBlank(dictionary, Math.Max(end, next));
        }

        return end < 0 ? dictionary.Length - 2 : end;
    }

    private static string Plain(ReadOnlySpan<byte> value)
    {
        if (value is [(byte)'/', ..])
        {
            return "/" + PdfLexer.Name(value).TrimEnd();
        }

        var text = System.Text.Encoding.Latin1.GetString(value);
        return string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '\0'));
    }

    private static int AfterLine(byte[] bytes, int at) => bytes.AsSpan(at) switch
    {
        [(byte)'\r', (byte)'\n', ..] => at + 2,
        [(byte)'\r' or (byte)'\n', ..] => at + 1,
        _ => at,
    };

    private static byte[] Read(Stream content, long at, int wanted)
    {
        var bytes = new byte[Math.Min(wanted, content.Length - at)];
        content.Position = at;
        content.ReadExactly(bytes);
        return bytes;
    }
}

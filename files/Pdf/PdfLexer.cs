using System.Globalization;
using System.Text;

namespace AreaSend.FileChecks.Pdf;

/// <summary>The words of a PDF: blanks and comments, names, texts, dictionaries.</summary>
internal static class PdfLexer
{
    private const int MostNested = 200;

    public static int SkipBlank(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            if (bytes[at] == '%')
            {
                while (at < bytes.Length && bytes[at] is not ((byte)'\r' or (byte)'\n'))
                {
                    at++;
                }
            }
            else if (IsBlank(bytes[at]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    public static int SkipDigits(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && char.IsAsciiDigit((char)bytes[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the value ends that begins here; -1 when it does not end in these bytes, or is none.</summary>
    public static int SkipValue(ReadOnlySpan<byte> bytes, int at, int depth = 0)
    {
        if (at >= bytes.Length || depth > MostNested)
        {
            return -1;
        }

        return bytes[at] switch
        {
            (byte)'(' => SkipText(bytes, at),
            (byte)'<' when at + 1 < bytes.Length && bytes[at + 1] == '<' => SkipGroup(bytes, at + 2, depth, isDictionary: true),
            (byte)'<' => bytes[at..].IndexOf((byte)'>') is >= 0 and var end ? at + end + 1 : -1,
            (byte)'[' => SkipGroup(bytes, at + 1, depth, isDictionary: false),
            (byte)'>' or (byte)']' or (byte)')' => -1,
            _ => SkipWord(bytes, at),
        };
    }

    /// <summary>The name that begins here with its slash, its escapes resolved.</summary>
    public static string Name(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder();
        for (var at = 1; at < bytes.Length; at++)
        {
            if (
                bytes[at] == '#'
                && at + 2 < bytes.Length
                && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                name.Append((char)code);
                at += 2;
            }
            else
            {
                name.Append((char)bytes[at]);
            }
        }

        return name.ToString();
    }

    /// <summary>The characters of a text in brackets or in hexadecimal digits; of one that does not end here, those that are here.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var raw = bytes[0] == '(' ? InBrackets(bytes) : InDigits(bytes);
        return raw is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(raw, 2, raw.Length - 2)
            : raw is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(raw, 2, raw.Length - 2)
            : Encoding.Latin1.GetString(raw);
    }

    private static byte[] InBrackets(ReadOnlySpan<byte> bytes)
    {
        var text = new List<byte>();
        var depth = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var code = bytes[at];
            if (code == '\\' && at + 1 < bytes.Length)
            {
                at = Escape(bytes, at + 1, text);
                continue;
            }

            depth += code == '(' ? 1 : code == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            if (at > 0)
            {
                text.Add(code);
            }
        }

        return [.. text];
    }

    /// <summary>Takes what a backslash escapes; answers with its last place.</summary>
    private static int Escape(ReadOnlySpan<byte> bytes, int at, List<byte> text)
    {
        if (bytes[at] is >= (byte)'0' and <= (byte)'7')
        {
            var value = 0;
            var digits = 0;
            while (digits < 3 && at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'7')
            {
                value = (value * 8) + bytes[at] - '0';
                digits++;
                at++;
            }

            text.Add((byte)value);
            return at - 1;
        }

        if (bytes[at] is not ((byte)'\r' or (byte)'\n'))
        {
            text.Add(bytes[at] is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' ? (byte)' ' : bytes[at]);
        }

        return at;
    }

    private static byte[] InDigits(ReadOnlySpan<byte> bytes)
    {
        var digits = new StringBuilder();
        foreach (var code in bytes[1..])
        {
            if (code == '>')
            {
                break;
            }

            if (char.IsAsciiHexDigit((char)code))
            {
                digits.Append((char)code);
            }
        }

        return Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits + "0");
    }

    private static int SkipText(ReadOnlySpan<byte> bytes, int at)
    {
        var depth = 0;
        for (; at < bytes.Length; at++)
        {
            if (bytes[at] == '\\')
            {
                at++;
                continue;
            }

            depth += bytes[at] == '(' ? 1 : bytes[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return -1;
    }

    private static int SkipGroup(ReadOnlySpan<byte> bytes, int at, int depth, bool isDictionary)
    {
        while (true)
        {
            at = SkipBlank(bytes, at);
            if (at >= bytes.Length)
            {
                return -1;
            }

            if (isDictionary ? bytes[at..].StartsWith(">>"u8) : bytes[at] == ']')
            {
                return at + (isDictionary ? 2 : 1);
            }

            at = SkipValue(bytes, at, depth + 1);
            if (at < 0)
            {
                return -1;
            }
        }
    }

    private static int SkipWord(ReadOnlySpan<byte> bytes, int at)
    {
        var start = at++;
        while (
            at < bytes.Length
            && !IsBlank(bytes[at])
            && bytes[at] is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>'
                or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%'))
        {
            at++;
        }

        return at > start && at <= bytes.Length ? at : -1;
    }

    private static bool IsBlank(byte code) => code is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';
}

using System.Globalization;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>
/// Characters that Office writes as <c>_xHHHH_</c> in the texts of a workbook: a line feed as _x000A_, an underscore that would begin such a code as _x005F_.
/// </summary>
internal static class Escapes
{
    private const int Length = 7;

    /// <summary>Puts the characters in the place of their codes; the text grows shorter where it has some, and anything else stays.</summary>
    public static ReadOnlySpan<char> Decode(Span<char> text)
    {
        var from = text.IndexOf("_x");
        if (from < 0)
        {
            return text;
        }

        var to = from;
        while (from < text.Length)
        {
            var rest = text[from..];
            if (CodeAt(rest) is { } character)
            {
                text[to++] = character;
                from += Length;
            }
            else
            {
                text[to++] = text[from++];
            }
        }

        return text[..to];
    }

    private static char? CodeAt(ReadOnlySpan<char> text) =>
        text.Length >= Length && text[0] == '_' && text[1] == 'x' && text[Length - 1] == '_'
        && ushort.TryParse(text[2..(Length - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}

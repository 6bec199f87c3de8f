using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace AreaSend.Services.AnnexA.Lists.Xlsx.Markup;

/// <summary>Turns text as markup writes it into characters.</summary>
internal static class MarkupText
{
    /// <summary>Writes the characters into the room, as many as it takes; tells how many there were.</summary>
    public static int Decode(ReadOnlySpan<byte> written, Span<char> room, bool isLiteral = false)
    {
        var length = 0;
        while (!written.IsEmpty && length < room.Length)
        {
            var entity = isLiteral ? -1 : written.IndexOf((byte)'&');
            var plain = entity < 0 ? written : written[..entity];
            Utf8.ToUtf16(plain, room[length..], out _, out var count);
            length += count;
            written = written[plain.Length..];
            if (!written.IsEmpty)
            {
                length += DecodeEntity(ref written, room[length..]);
            }
        }

        return length;
    }

    /// <summary>An ampersand that begins no entity stands for itself.</summary>
    private static int DecodeEntity(ref ReadOnlySpan<byte> written, Span<char> room)
    {
        const int Longest = 10;
        var end = written[..Math.Min(Longest, written.Length)].IndexOf((byte)';');
        var rune = end < 0 ? null : Named(written[1..end]);
        written = written[(rune is null ? 1 : end + 1)..];
        return (rune ?? new Rune('&')).TryEncodeToUtf16(room, out var count) ? count : 0;
    }

    private static Rune? Named(ReadOnlySpan<byte> name)
    {
        if (name is [(byte)'#', .. var number])
        {
            var isHex = number is [(byte)'x', ..];
            return int.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && Rune.IsValid(value) ? new Rune(value) : null;
        }

        return name.SequenceEqual("amp"u8) ? new Rune('&')
            : name.SequenceEqual("lt"u8) ? new Rune('<')
            : name.SequenceEqual("gt"u8) ? new Rune('>')
            : name.SequenceEqual("quot"u8) ? new Rune('"')
            : name.SequenceEqual("apos"u8) ? new Rune('\'')
            : null;
    }
}

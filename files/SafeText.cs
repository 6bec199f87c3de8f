using System.Globalization;
using System.Text;

namespace AreaSend.FileChecks;

/// <summary>Text that someone else chose, made fit for a page, a sentence or a log line.</summary>
public static class SafeText
{
    /// <summary>Characters that are shown; the rest gives way in the middle, so that the ending stays in sight.</summary>
    public const int Longest = 120;

    private const int EndShown = 40;

    /// <summary>The text with every character spelled out that is invisible or turns the reading direction round.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsMisleading(rune) ? $"[U+{rune.Value:X4}]" : rune.ToString());
        }

        return Shortened(shown.ToString());
    }

    /// <summary>Whether the character is invisible, or changes how those around it are shown.</summary>
    public static bool IsMisleading(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Shortened(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var head = text[..(Longest - EndShown - 1)];
        var tail = text[^EndShown..];
        return $"{(char.IsHighSurrogate(head[^1]) ? head[..^1] : head)}…{(char.IsLowSurrogate(tail[0]) ? tail[1..] : tail)}";
    }
}

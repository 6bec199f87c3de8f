using System.Globalization;
using System.Text;

namespace AreaSend.Services.Mail;

/// <summary>Takes off what a text that was pasted carries along unseen: marks of width and direction, line ends, control characters.</summary>
public static class VisibleText
{
    /// <summary>
    /// The text in one line without what cannot be seen, and without spaces around it. Two letters joined by an invisible mark stay two letters.
    /// </summary>
    public static string Of(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            seen.Append(IsBreak(rune) ? " " : IsInvisible(rune) ? "" : rune.ToString());
        }

        return seen.ToString().Trim();
    }

    /// <summary>A passage of several lines: line ends stay, as one kind; everything else that cannot be seen goes.</summary>
    public static string Passage(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Of(line))).Trim();

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        || rune.Value is '\r' or '\n' or '\t' or '\v' or '\f' or 0x85;

    // Letters of Korean and of Braille that stand for nothing and are drawn as nothing.
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsInvisible(Rune rune) =>
        IsBlank(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar;
}

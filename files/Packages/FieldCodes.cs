using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// The codes of Word's fields, in any cut and one within another: the result of an inner field is part of the outer one's code.
/// A field may not run a command, nor fetch from another machine.
/// </summary>
internal sealed partial class FieldCodes
{
    private const int LongestCode = 64 << 10;
    private const int MostNested = 100;
    private const int LongestName = 64;

    private static readonly HashSet<string> Fetching = new(
        ["INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "RD", "EMBED"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Stack<Field> _open = new();

    /// <summary>Whether a field has begun and not ended.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Whether what comes next is part of a field's code.</summary>
    public bool IsInCode => _open.TryPeek(out var innermost) && !innermost.IsInResult;

    public void Begin()
    {
        if (_open.TryPeek(out var outer) && !outer.IsInResult && !HasName(outer.Code.ToString()))
        {
            // The name of the outer field would be what the inner one comes to.
            throw new RefusedException(Refusals.Command);
        }

        if (_open.Count == MostNested)
        {
            throw new RefusedException(Refusals.TooMuchMarkup);
        }

        _open.Push(new Field());
    }

    public void Separate()
    {
        if (_open.TryPeek(out var field) && !field.IsInResult)
        {
            field.RequireHarmless();
            field.IsInResult = true;
        }
    }

    public void End()
    {
        Separate();
        if (_open.TryPop(out var field) && field.Stray.Length > 0)
        {
            // The mark between code and result may be one that a tracked change takes away.
            RequireHarmless(field.Stray.ToString());
            RequireHarmless($"{field.Kept}{field.Stray}");
        }
    }

    /// <summary>A document that never ends a field ends it with its last word.</summary>
    public void EndAll()
    {
        while (_open.Count > 0)
        {
            End();
        }
    }

    /// <summary>Text that is marked as code; outside every field it is a field of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isDeleted">Whether a tracked change takes it away: the code is read with it and without it.</param>
    public void TakeCode(string text, bool isDeleted = false)
    {
        if (_open.Count == 0)
        {
            _open.Push(new Field());
        }

        if (_open.Peek() is { IsInResult: true } field)
        {
            Append(field.Stray, text);
        }

        Take(text, isDeleted);
    }

    /// <summary>Any other text: a result, which is code to the field around it, or no field's at all.</summary>
    public void Take(string text, bool isDeleted = false)
    {
        if (_open.FirstOrDefault(field => !field.IsInResult) is not { } code)
        {
            return;
        }

        Append(code.Code, text);
        if (!isDeleted)
        {
            Append(code.Kept, text);
        }
    }

    private static void Append(StringBuilder code, string text)
    {
        if (code.Append(text).Length > LongestCode)
        {
            throw new RefusedException(Refusals.TooMuchMarkup);
        }
    }

    /// <exception cref="RefusedException">The code would run a command or fetch something.</exception>
    public static void RequireHarmless(string code)
    {
        RequireNoCommand(code);
        var words = Words().Matches(Plain(code)).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value).ToList();
        var name = words.FirstOrDefault() ?? "";
        if (name.Equals("DATABASE", StringComparison.OrdinalIgnoreCase) || (Fetching.Contains(name) && words.Skip(1).Any(Addresses.IsRemote)))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }

        if (name.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            TargetsOf(words).ForEach(RelationshipCheck.RequireClickable);
        }
    }

    /// <summary>The words of a link that are neither switches nor what a switch names: a place, a tip, a frame.</summary>
    private static List<string> TargetsOf(List<string> words)
    {
        var targets = new List<string>();
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at] is not ['\\', var letter])
            {
                targets.Add(words[at]);
            }
            else if (letter is 'l' or 'L' or 'o' or 'O' or 't' or 'T')
            {
                at++;
            }
        }

        return targets;
    }

    /// <summary>The same for what may not be a code at all: only a command counts.</summary>
    public static void RequireNoCommand(ReadOnlySpan<char> code)
    {
        // As many blanks as there may be: they push a name out of sight.
        while (code is [var first, ..] && IsBlank(first))
        {
            code = code[1..];
        }

        if (Plain(code[..Math.Min(code.Length, LongestName)].ToString()).StartsWith("DDE", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refusals.Command);
        }
    }

    private static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format;

    /// <summary>Without what is not seen; blanks of every kind are one kind.</summary>
    private static string Plain(string code)
    {
        var plain = new StringBuilder(code.Length);
        foreach (var character in code.Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.Format))
        {
            plain.Append(char.IsWhiteSpace(character) || char.IsControl(character) ? ' ' : character);
        }

        return plain.ToString().Trim();
    }

    /// <summary>Whether a name stands in the code and is over, or a sum begins, which may take fields at once.</summary>
    private static bool HasName(string code)
    {
        var plain = Plain(code);
        return plain.StartsWith('=') || (plain.Length > 0 && (char.IsWhiteSpace(code[^1]) || plain.IndexOfAny([' ', '"', '\\']) > 0));
    }

    [GeneratedRegex("""["\u201C]([^"\u201D]*)["\u201D]?|[^\s"]+""")]
    private static partial Regex Words();

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        /// <summary>The code without what a tracked change takes away.</summary>
        public StringBuilder Kept { get; } = new();

        /// <summary>Code that stands where the result should.</summary>
        public StringBuilder Stray { get; } = new();

        public bool IsInResult { get; set; }

        public void RequireHarmless()
        {
            FieldCodes.RequireHarmless(Code.ToString());
            FieldCodes.RequireHarmless(Kept.ToString());
        }
    }
}

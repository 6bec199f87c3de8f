using System.Globalization;
using System.Text;

namespace AreaSend.Services.Search;

/// <summary>What somebody looks for, taken apart.</summary>
public sealed class SearchText
{
    /// <summary>A longer text is a passage that was pasted into the wrong field.</summary>
    public const int Longest = 200;

    /// <summary>Fewer letters are in every name.</summary>
    public const int Shortest = 2;

    private const int ShortestReference = 8;
    private const int ShortestPublication = 5;

    private SearchText(string typed)
    {
        Typed = typed;
        Words = [.. typed.ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    /// <summary>As typed, without spaces around it.</summary>
    public string Typed { get; }

    /// <summary>Its words, in small letters.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The text; null where there is none to look for.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="because">What to do, where something was typed that cannot be looked for.</param>
    public static SearchText? Of(string? typed, out string? because)
    {
        var text = (typed ?? "").Trim();
        because = text.Length switch
        {
            0 => null,
            < Shortest => "Enter at least 2 characters",
            > Longest => $"Enter at most {Longest} characters: a name, a code or a reference",
            _ => null,
        };
        return text.Length == 0 || because is not null ? null : new SearchText(text);
    }

    /// <summary>
    /// A part of the address under which something is published, in small letters;
    /// null where it cannot be one: such a part is longer than a word of a name, or holds a digit.
    /// </summary>
    public string? Publication =>
        Words is [{ Length: >= ShortestPublication } word]
            && word.Any(letter => char.IsAsciiDigit(letter) || letter is '/' or '.')
                ? word
                : null;

    /// <summary>Whether it is a name: every word begins a word of it.</summary>
    public bool IsName(string name)
    {
        var parts = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether it is an e-mail address, or a part of one. What stands behind the @ is shared by many, and looked for with it alone.</summary>
    public bool IsAddress(string? email) =>
        email is not null
        && Words is [var word]
        && (word.Contains('@', StringComparison.Ordinal) ? email : email.Split('@')[0]).Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The beginning of an inspection's identifier, as it stands in the addresses of its pages, in small letters and without dashes: the text itself or, of an
    /// address that was pasted, the first of its parts that is a whole one. Null where there is none.
    /// </summary>
    public string? Reference()
    {
        var parts = Typed.Split(['/', '?', '#', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Select(part => Guid.TryParse(part, out var whole) ? whole : (Guid?)null).FirstOrDefault(whole => whole is not null) is { } id)
        {
            return id.ToString("N", CultureInfo.InvariantCulture);
        }

        var digits = Typed.Replace("-", "", StringComparison.Ordinal);
        return digits.Length >= ShortestReference && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant() : null;
    }

    // "O'Neill-Smith" is found by "Smith" too.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name);
        plain.Append(' ').Append(name.Replace('-', ' '));
        return plain.ToString();
    }
}

namespace AreaSend.Core;

/// <summary>The names that the core gives stand inside a sentence; here they take their place at its start, and back.</summary>
public static class SentenceCase
{
    /// <summary><c>local area</c> as "Local area".</summary>
    public static string Capital(this string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary><c>engagement meeting</c> as "an engagement meeting".</summary>
    public static string WithArticle(this string words) => $"{("aeiou".Contains(words[0], StringComparison.OrdinalIgnoreCase) ? "an" : "a")} {words}";

    /// <summary><c>Record a complaint</c> as "record a complaint".</summary>
    public static string Small(this string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}

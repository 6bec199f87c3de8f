namespace AreaSend.Core.Timetables;

/// <summary>The words for what a row or a rule of an edition cites.</summary>
public static class Paragraphs
{
    /// <summary>For a sentence: <c>paragraph 22</c>, <c>paragraphs 147, 148 and 173</c>; empty where nothing is cited.</summary>
    public static string InWords(this IReadOnlyList<int> cites) => cites.Count switch
    {
        0 => "",
        1 => $"paragraph {cites[0]}",
        _ => $"paragraphs {string.Join(", ", cites.Take(cites.Count - 1))} and {cites[^1]}",
    };

    /// <summary>The same in brackets, to stand after what it says: <c> (paragraph 22)</c>.</summary>
    public static string InBrackets(this IReadOnlyList<int> cites) => cites.Count == 0 ? "" : $" ({cites.InWords()})";
}

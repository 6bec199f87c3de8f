using System.Collections.Frozen;

namespace AreaSend.Lists.Codes;

/// <summary>
/// The codes that a column may hold. A code is taken in any of the ways areas write it: "e) SEMH", "SEMH", "e" or the words;
/// case, spaces and punctuation do not matter.
/// </summary>
public sealed class CodeSet
{
    private const int LongestCode = 80;

    private readonly FrozenDictionary<string, int> _meanings;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    internal CodeSet(string name, IReadOnlyList<Code> codes)
    {
        Name = name;
        Codes = codes;
        _meanings = codes
            .SelectMany((code, index) => code.Forms.Select(form => (Form: Plain.Letters(form), Index: index)))
            .DistinctBy(pair => pair.Form)
            .ToFrozenDictionary(pair => pair.Form, pair => pair.Index, StringComparer.Ordinal);
        _lookup = _meanings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What the codes are of, for a sentence.</summary>
    public string Name { get; }

    /// <summary>The codes, in the template's order; those of another year's return come last.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The code that the text stands for, or null when the set has none of it.</summary>
    public Code? Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > LongestCode)
        {
            return null;
        }

        Span<char> room = stackalloc char[LongestCode];
        return _lookup.TryGetValue(Plain.Letters(text, room), out var index) ? Codes[index] : null;
    }

    /// <summary>The template's codes, for a sentence that says what would satisfy the rule.</summary>
    public string Listed => string.Join(", ", Codes.Where(code => !code.IsOfAnotherReturn).Select(code => code.Short));
}

namespace AreaSend.Lists.Codes;

/// <summary>One code of a set.</summary>
/// <param name="Letter">The template's letter, "a" in "a) WBRI"; empty for a code that the template lacks.</param>
/// <param name="Short">The code itself, such as WBRI.</param>
/// <param name="Words">What it stands for.</param>
/// <param name="IsOfAnotherReturn">Understood, but not in the template: a code of another year's or another return's set.</param>
public sealed record Code(string Letter, string Short, string Words, bool IsOfAnotherReturn = false)
{
    /// <summary>Other ways in which areas write the code.</summary>
    internal IReadOnlyList<string> AlsoWritten { get; init; } = [];

    internal IEnumerable<string> Forms =>
        Letter.Length == 0
            ? [Short, Words, .. AlsoWritten]
            : [Short, Words, Letter, $"{Letter}) {Short}", $"{Letter}) {Words}", .. AlsoWritten];
}

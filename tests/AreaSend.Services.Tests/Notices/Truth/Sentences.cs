using System.Text.RegularExpressions;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>A sentence of an e-mail, a line of a list or a row of a table.</summary>
/// <param name="Text">Its words, on one line; a heading begins with <c># </c>.</param>
/// <param name="Under">The heading, caption or paragraph that it stands under.</param>
internal sealed record Sentence(string Text, string Under);

/// <summary>Takes the plain-text part of an e-mail apart.</summary>
internal static partial class Sentences
{
    public static IEnumerable<Sentence> Of(string text)
    {
        var under = "";
        foreach (var block in text.TrimEnd().Split("\n\n"))
        {
            var lines = block.Split('\n');
            if (lines is [var heading, var line] && line.Trim('=', '-').Length == 0)
            {
                yield return new($"# {heading}", under);
                under = heading;
                continue;
            }

            var caption = "";
            foreach (var one in lines)
            {
                var mark = Mark().Match(one);
                foreach (var sentence in End().Split(one[mark.Length..]))
                {
                    yield return new(sentence, mark.Success && caption.Length > 0 ? caption : under);
                }

                caption = mark.Success ? caption : one;
            }

            under = caption.Length > 0 ? caption : under;
        }
    }

    /// <summary>The lists and tables that have more than two rows, in the same words as in any other e-mail.</summary>
    public static IEnumerable<string> Lists(string text) =>
        from block in text.Split("\n\n")
        let rows = block.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList()
        where rows.Count > 2
        select string.Join('\n', rows);

    [GeneratedRegex(@"^(?:- |\d+\. )")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=[.?!])\s+(?=[A-Z“\d])")]
    private static partial Regex End();
}

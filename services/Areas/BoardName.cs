using System.Globalization;
using System.Text.RegularExpressions;

namespace AreaSend.Services.Areas;

/// <summary>The names that the NHS publishes in capitals, as one writes them in a letter.</summary>
internal static partial class BoardName
{
    private static readonly HashSet<string> InSmallLetters = ["and", "of", "the", "on", "upon", "in", "with"];

    /// <summary>"NHS SUSSEX INTEGRATED CARE BOARD" becomes "NHS Sussex Integrated Care Board"; a name that has small letters already stays as it is.</summary>
    public static string ForReading(string published) =>
        published.Any(char.IsLower) ? published : Word().Replace(published, WordForReading);

    private static string WordForReading(Match match)
    {
        if (match.Value == "NHS")
        {
            return match.Value;
        }

        var small = match.Value.ToLower(CultureInfo.InvariantCulture);
        return match.Index > 0 && InSmallLetters.Contains(small) ? small : char.ToUpper(small[0], CultureInfo.InvariantCulture) + small[1..];
    }

    // An apostrophe belongs to its word, so that "KING'S" does not become "King'S"; a hyphen parts words, as in Stoke-on-Trent.
    [GeneratedRegex(@"\p{Lu}[\p{Lu}'’]*")]
    private static partial Regex Word();
}

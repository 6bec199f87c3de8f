namespace AreaSend.Lists.Identifiers;

/// <summary>
/// Unique pupil number: a check letter, eleven digits, and a last character that is a digit, or a letter in a temporary number.
/// The letter is the sum of the characters' values, each times its place from 2 to 13, modulo 23, in an alphabet without I, O and S.
/// </summary>
public static class Upn
{
    /// <summary>How many characters a unique pupil number has.</summary>
    public const int Length = 13;

    private const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>Whether the text has a unique pupil number's form; case does not matter.</summary>
    public static bool HasForm(ReadOnlySpan<char> text) =>
        text.Length == Length
        && ValueOf(text[0]) >= 0 && !char.IsAsciiDigit(text[0])
        && !text[1..12].ContainsAnyExceptInRange('0', '9')
        && ValueOf(text[12]) >= 0;

    /// <summary>Whether the first letter fits the rest. The text must have the form.</summary>
    public static bool HasRightCheckLetter(ReadOnlySpan<char> text) =>
        char.ToUpperInvariant(text[0]) == CheckLetter(text[1..]);

    /// <summary>The letter that belongs before these twelve characters.</summary>
    /// <exception cref="ArgumentException">They are not twelve, or one of them can stand in no unique pupil number.</exception>
    public static char CheckLetter(ReadOnlySpan<char> rest)
    {
        if (rest.Length != Length - 1)
        {
            throw new ArgumentException("A unique pupil number has twelve characters after its letter.", nameof(rest));
        }

        var sum = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var value = ValueOf(rest[i]);
            sum += value >= 0 ? value * (i + 2) : throw new ArgumentException("No unique pupil number has this character.", nameof(rest));
        }

        return Alphabet[sum % Alphabet.Length];
    }

    private static int ValueOf(char character) =>
        char.IsAsciiDigit(character) ? character - '0' : Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
}

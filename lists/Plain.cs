namespace AreaSend.Lists;

/// <summary>Text reduced to its letters a to z and digits, in lower case: what is left when case, spaces, dashes and broken encodings are set aside.</summary>
internal static class Plain
{
    /// <summary>The letters and digits of <paramref name="text"/>, written into <paramref name="room"/>, which must be as long.</summary>
    public static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                room[length++] = char.ToLowerInvariant(character);
            }
        }

        return room[..length];
    }

    public static string Letters(string text) => Letters(text, new char[text.Length]).ToString();
}

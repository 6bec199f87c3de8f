using System.Text;

namespace AreaSend.Services.Areas;

/// <summary>Finds local areas as people write them: whatever the case, "&amp;" for "and", with or without commas and the words of an office.</summary>
public static class AreaSearch
{
    // What stands in names as others publish them, and in none of the official ones: "London Corporation", "Kent County Council".
    private static readonly string[] OfficeWords =
    [
        "council",
        "corporation",
        "borough",
        "county",
        "metropolitan",
        "unitary",
        "authority",
        "royal",
        "of",
        "the",
        "and",
        "city",
    ];

    /// <summary>Whether somebody who typed this means the area: its code, or part of its name.</summary>
    public static bool IsMeant(LocalAuthority area, string text)
    {
        var typed = Words(text);
        if (area.Code == text.Trim())
        {
            return true;
        }

        var name = Words(area.DisplayName);
        var telling = typed.Except(OfficeWords).ToList();
        return string.Join(' ', name).Contains(string.Join(' ', typed), StringComparison.Ordinal)
            || (telling.Count > 0 && typed.Count > telling.Count && telling.SequenceEqual(name.Except(OfficeWords)))
            || (telling.Count > 1 && telling.TrueForAll(word => name.Exists(own => own.StartsWith(word, StringComparison.Ordinal))));
    }

    private static List<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("&", " and ", StringComparison.Ordinal))
        {
            if (letter is not ('\'' or '\u2019' or '.'))
            {
                plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}

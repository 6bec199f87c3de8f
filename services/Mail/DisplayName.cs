using System.Text;

namespace AreaSend.Services.Mail;

/// <summary>The name beside an address, as every way of sending writes it.</summary>
internal static class DisplayName
{
    /// <summary>
    /// The name in one line. A comma or semicolon, as in "Surname, Forename", parts two recipients for some mail services, which then drop the
    /// e-mail; they and the other signs of an address line are left out, and so is what cannot be seen.
    /// </summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in VisibleText.Of(name).EnumerateRunes())
        {
            plain.Append(letter.Value is ',' or ';' or '<' or '>' or '"' or '\\' ? " " : letter.ToString());
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

using AreaSend.Services.Mail;

namespace AreaSend.Web.Components.Forms;

/// <summary>Reads what somebody typed where something has to stand.</summary>
internal static class RequiredText
{
    /// <summary>Longest line: a name, a title, an address.</summary>
    public const int Line = 200;

    /// <summary>Longest passage: a reason, a web address with all its parts.</summary>
    public const int Passage = 2000;

    /// <summary>
    /// The text without the spaces around it and without what cannot be seen, a line in one line; a sentence goes to <paramref name="errors"/> when there is
    /// none, or too much.
    /// </summary>
    /// <param name="errors">Where a sentence goes.</param>
    /// <param name="name">The field's name, <c>Form.Reason</c>.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="what">What it is, as in "Enter …": "a reason". A comma at its end stands before "of … characters", and nowhere else.</param>
    /// <param name="longest">How many characters it may have.</param>
    public static string Text(this FormErrors errors, string name, string? text, string what, int longest = Line)
    {
        var trimmed = longest > Line ? VisibleText.Passage(text ?? "") : VisibleText.Of(text ?? "");
        if (trimmed.Length == 0)
        {
            errors.Add(name, $"Enter {what.TrimEnd(',')}");
        }
        else if (trimmed.Length > longest)
        {
            errors.Add(name, $"Enter {what} of {longest:N0} characters or fewer: this one has {trimmed.Length:N0}");
        }

        return trimmed;
    }

    /// <summary>An e-mail address, read like <see cref="Text"/>; a sentence also says why nothing can arrive there.</summary>
    public static string Address(this FormErrors errors, string name, string? text, string what)
    {
        var address = errors.Text(name, text, what);
        if (address.Length is > 0 and <= Line && AddressForm.WhyNot(address) is { } because)
        {
            errors.Add(name, because);
        }

        return address;
    }

    /// <summary>A telephone number, where one was typed; a sentence says when it cannot be called.</summary>
    public static string? Telephone(this FormErrors errors, string name, string? text)
    {
        var number = VisibleText.Of(text ?? "");
        if (number.Length == 0)
        {
            return null;
        }

        if (
            number.Length > LongestNumber
            || !number.All(sign => char.IsAsciiDigit(sign) || " +()-.".Contains(sign))
            || number.Count(char.IsAsciiDigit) < ShortestNumber)
        {
            errors.Add(name, "Enter a telephone number, like 0300 123 1231 or +44 300 123 1231");
        }

        return number;
    }

    private const int LongestNumber = 30;
    private const int ShortestNumber = 8;
}

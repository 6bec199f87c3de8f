using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AreaSend.Services.Mail;

/// <summary>Whether an e-mail address can be one at all; whether anybody reads it only a delivery can tell.</summary>
public static partial class AddressForm
{
    internal static readonly MailResult.Refused Refusal = new(
        "The recipient's address is not a well-formed e-mail address. Correct it among the contacts, then send the notice again.");

    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>An address as somebody pasted it, without what cannot be seen.</summary>
    public static string Clean(string? typed) => VisibleText.Of(typed ?? "");

    /// <summary>One bare address with a domain that mail can reach: no display name, no list, no spaces.</summary>
    public static bool IsWellFormed(string address) => WhyNot(address) is null;

    /// <summary>Why nothing can arrive under an address, in a sentence without a full stop that says what to do; null when something can.</summary>
    public static string? WhyNot(string address)
    {
        var at = address.LastIndexOf('@');
        var (local, domain) = at < 0 ? ("", "") : (address[..at], address[(at + 1)..]);
        return address.AsSpan().IndexOfAny('\u2018', '\u2019') >= 0 ? "The address has a curly apostrophe (’): type a straight one (') if one belongs there"
            : address != Clean(address) ? "The address has characters that cannot be seen: type it again"
            : local.Length is 0 or > LongestLocalPart || !LocalPart().IsMatch(local) ? "Enter an e-mail address in the correct form, like name@example.org"
            : Ascii(local, domain) is not { } ascii ? WhyNoDomain(domain)
            : ascii.Length > LongestAddress ? $"Enter an e-mail address of at most {LongestAddress} characters"
            : null;
    }

    /// <summary>The address as mail servers write it: the domain of another alphabet in its form of plain letters (<c>xn--</c>).</summary>
    internal static string Ascii(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? address : Ascii(address[..at], address[(at + 1)..]) ?? address;
    }

    private static string? Ascii(string local, string domain)
    {
        try
        {
            // A domain of plain letters stands for itself.
            var isPlain = domain.Length <= LongestAddress && System.Text.Ascii.IsValid(domain) && !domain.Contains("xn--", StringComparison.OrdinalIgnoreCase);
            var ascii = isPlain ? domain : Idn.GetAscii(domain);
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(IsLabel) && TopLevel().IsMatch(labels[^1])
                && (isPlain || !Idn.GetUnicode(ascii).Split('.').Any(MixesAlphabets))
                ? $"{local}@{ascii}"
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string WhyNoDomain(string domain) => domain.Split('.').Any(MixesAlphabets)
        ? "The part after the @ mixes letters of several alphabets, as addresses do that only look like another: type it again"
        : "The part after the @ cannot be reached: enter an e-mail address in the correct form, like name@example.org";

    private static bool IsLabel(string label) => label.Length is > 0 and <= LongestLabel && Label().IsMatch(label);

    private static bool MixesAlphabets(string label) => label.EnumerateRunes().Where(Rune.IsLetter).Select(Alphabet).Distinct().Count() > 1;

    private static string Alphabet(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and < 0x1F00) => "Latin",
        >= 0x0370 and < 0x0400 => "Greek",
        >= 0x0400 and < 0x0530 => "Cyrillic",
        >= 0x0530 and < 0x0590 => "Armenian",
        _ => "another",
    };

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$")]
    private static partial Regex LocalPart();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$")]
    private static partial Regex Label();

    [GeneratedRegex("^([A-Za-z]{2,63}|xn--[A-Za-z0-9-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex TopLevel();
}

using Microsoft.Extensions.Options;

namespace AreaSend.Services.Mail;

/// <summary>
/// Whom mail goes to: everybody, or while a stage is tested those alone whom <c>AreaSend:Mail:OnlyTo</c> names. Files in a folder go to nobody, and are always
/// written.
/// </summary>
public sealed class MailAudience(IOptions<MailOptions> options)
{
    private const string HeldBack =
        $"Held back: mail of this stage goes only to the addresses in {MailOptions.Section}:OnlyTo, and the recipient's is not among them. It goes by itself, within six hours, once it is.";

    /// <summary>Why an e-mail to this address does not leave for now; null when it may.</summary>
    public string? WhyHeldBack(string address)
    {
        var only = Entries(options.Value.OnlyTo);
        return only.Count == 0 || !MailOptions.RealSenders.Contains(options.Value.Sender) || only.Any(entry => Covers(entry, AddressForm.Ascii(address)))
            ? null
            : HeldBack;
    }

    /// <summary>The addresses, and the domains with their <c>@</c>, that the setting names.</summary>
    internal static IReadOnlyList<string> Entries(string setting) =>
        setting.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether an entry can be one at all.</summary>
    internal static bool IsEntry(string entry) => AddressForm.IsWellFormed(entry.StartsWith('@') ? $"anybody{entry}" : entry);

    private static bool Covers(string entry, string address) => entry.StartsWith('@')
        ? address.EndsWith(AddressForm.Ascii($"anybody{entry}")["anybody".Length..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(AddressForm.Ascii(entry), address, StringComparison.OrdinalIgnoreCase);
}

using MimeKit;

namespace AreaSend.Services.Mail;

/// <summary>Whether an e-mail address can be one at all; whether anybody reads it only a delivery can tell.</summary>
public static class AddressForm
{
    internal static readonly MailResult.Refused Refusal = new("The recipient's address is not a well-formed e-mail address. Correct it among the contacts, then send the notice again.");

    /// <summary>One bare address with a domain: no display name, no list, no spaces.</summary>
    public static bool IsWellFormed(string address) =>
        MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && parsed.Domain.Length > 0;
}

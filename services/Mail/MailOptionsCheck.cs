using System.Security.Cryptography;
using AreaSend.Services.Mail.GovukNotify;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Mail;

/// <summary>Says, when the host starts, which mail settings cannot work.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> faults =
        [
            .. NotAnAddress(nameof(MailOptions.OfstedFrom), options.OfstedFrom),
            .. NotAnAddress(nameof(MailOptions.CqcFrom), options.CqcFrom),
            .. MailAudience.Entries(options.OnlyTo)
                .Where(entry => !MailAudience.IsEntry(entry))
                .Select(entry =>
                    $"{MailOptions.Section}:OnlyTo has “{entry}”: write an address such as name@example.org or a domain such as @example.org, with commas between several."),
            .. OfWebhook(options.SendGrid.WebhookPublicKey),
            .. NotifyOptionsCheck.OfCallback(options.GovukNotify),
            .. options.Sender switch
            {
                MailOptions.FolderSender =>
                [
                    .. OfFolder(MailOptions.SendGridSender, "ApiKey", options.SendGrid.ApiKey),
                    .. OfFolder(MailOptions.NotifySender, "ApiKey", options.GovukNotify.ApiKey),
                    .. OfFolder(MailOptions.SmtpSender, "Host", options.Smtp.Host),
                ],
                MailOptions.SendGridSender => OfSendGrid(options.SendGrid),
                MailOptions.NotifySender => NotifyOptionsCheck.Faults(options.GovukNotify),
                MailOptions.SmtpSender => SmtpOptionsCheck.Faults(options.Smtp),
                _ => [$"{MailOptions.Section}:Sender is “{options.Sender}”. Set it to {MailOptions.FolderSender}, {MailOptions.OneOfRealSenders}."],
            },
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> NotAnAddress(string setting, string address) =>
        AddressForm.IsWellFormed(address) ? [] : [$"{MailOptions.Section}:{setting} is not an e-mail address. Set it to the mailbox that notices come from."];

    private static IEnumerable<string> OfWebhook(string key)
    {
        if (key.Length == 0)
        {
            return [];
        }

        try
        {
            SendGridSignature.Import(key).Dispose();
            return [];
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return
            [
                $"{MailOptions.Section}:SendGrid:WebhookPublicKey is not a verification key as SendGrid shows it, so no event could be believed. Copy it from the settings of the event webhook.",
            ];
        }
    }

    // A key beside the folder sender means that somebody believes mail is going out.
    private static IEnumerable<string> OfFolder(string sender, string setting, string value) =>
        value.Length == 0
            ? []
            :
            [
                $"{MailOptions.Section}:{sender}:{setting} is set, but {MailOptions.Section}:Sender is {MailOptions.FolderSender}, so no mail would leave this machine. Set Sender to {sender}, or take that setting away.",
            ];

    private static IEnumerable<string> OfSendGrid(SendGridOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            yield return $"{MailOptions.Section}:Sender is {MailOptions.SendGridSender}, but {MailOptions.Section}:SendGrid:ApiKey is missing.";
        }

        if (
            !Uri.TryCreate(options.Host, UriKind.Absolute, out var host)
            || !(host.Scheme == Uri.UriSchemeHttps || (host.Scheme == Uri.UriSchemeHttp && host.IsLoopback)))
        {
            yield return $"{MailOptions.Section}:SendGrid:Host has to be an address that begins with https://, so that the key does not travel in the open.";
        }

        if (options.TimeoutSeconds is not (> 0 and <= 300))
        {
            yield return $"{MailOptions.Section}:SendGrid:TimeoutSeconds has to be more than 0 and at most 300.";
        }
    }
}

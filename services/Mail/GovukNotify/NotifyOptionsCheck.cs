namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>Says which settings of GOV.UK Notify cannot work.</summary>
internal static class NotifyOptionsCheck
{
    private const string Section = $"{MailOptions.Section}:{MailOptions.NotifySender}";

    // Notify asks for so many itself.
    private const int ShortestToken = 10;

    /// <summary>What is wrong wherever its receipts may arrive, whoever sends.</summary>
    public static IEnumerable<string> OfCallback(NotifyOptions options) =>
        options.CallbackToken.Length is 0 or >= ShortestToken
            ? []
            :
            [
                $"{Section}:CallbackToken is shorter than {ShortestToken} characters, so that it could be guessed. Make a long random one, and give Notify the same.",
            ];

    public static IEnumerable<string> Faults(NotifyOptions options)
    {
        if (NotifyToken.Read(options.ApiKey) is null)
        {
            yield return string.IsNullOrWhiteSpace(options.ApiKey)
                ? $"{MailOptions.Section}:Sender is {MailOptions.NotifySender}, but {Section}:ApiKey is missing."
                : $"{Section}:ApiKey is not a key as GOV.UK Notify shows it: a name, the service's id and the secret, with hyphens between. Copy all of it.";
        }

        if (!Guid.TryParse(options.TemplateId, out _))
        {
            yield return $"{Section}:TemplateId has to be the id of an e-mail template whose subject is ((subject)) and whose message is ((body)).";
        }

        foreach (
            var (setting, id) in new[] { (nameof(options.OfstedReplyToId), options.OfstedReplyToId), (nameof(options.CqcReplyToId), options.CqcReplyToId) })
        {
            if (id.Length > 0 && !Guid.TryParse(id, out _))
            {
                yield return $"{Section}:{setting} has to be the id of a reply-to address, as Notify's settings show it, or empty.";
            }
        }

        if (
            !Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return $"{Section}:BaseAddress has to be an address that begins with https://, so that notices do not travel in the open.";
        }

        if (options.TimeoutSeconds is not (> 0 and <= 300))
        {
            yield return $"{Section}:TimeoutSeconds has to be more than 0 and at most 300.";
        }
    }
}

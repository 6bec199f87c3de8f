using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace AreaSend.Services.Mail;

/// <summary>Sends through SendGrid's v3 interface. The notice's key is all that travels beside the e-mail itself.</summary>
internal sealed class SendGridSender(IOptions<MailOptions> options, IHttpClientFactory http, SendGridAnswer answer) : IMailSender
{
    /// <summary>The name of its client among the host's HTTP clients.</summary>
    public const string HttpClientName = "SendGrid";

    /// <summary>The custom argument that delivery events bring back.</summary>
    public const string KeyArgument = "areasend_key";

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        if (!AddressForm.IsWellFormed(mail.To.Address))
        {
            return AddressForm.Refusal;
        }

        var settings = options.Value.SendGrid;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds) + MailOptions.Grace);
        try
        {
            var client = new SendGridClient(
                http.CreateClient(HttpClientName),
                new SendGridClientOptions { ApiKey = settings.ApiKey, Host = settings.Host.TrimEnd('/') });
            return await answer.ReadAsync(await client.SendEmailAsync(Message(mail), timeout.Token), timeout.Token);
        }
        catch (Exception problem)
            when (problem is TimeoutRejectedException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new MailResult.TryLater($"SendGrid did not answer within {settings.TimeoutSeconds:0.###} seconds.", MayBeOut: true);
        }
        catch (ExecutionRejectedException)
        {
            return new MailResult.TryLater("SendGrid could not be reached (it has failed too often, and is left alone for some seconds).");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            var error = (problem as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
            return new MailResult.TryLater($"SendGrid could not be reached ({error}).", MayBeOut: !NeverArrived.Contains(error));
        }
    }

    // These end before the first byte of the e-mail has left.
    private static readonly HttpRequestError[] NeverArrived =
        [HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    private static SendGridMessage Message(Mail mail)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(mail.From.Address, DisplayName.Of(mail.From.Name)),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        message.AddTo(new EmailAddress(AddressForm.Ascii(mail.To.Address), DisplayName.Of(mail.To.Name)));
        message.AddCustomArg(KeyArgument, mail.Key);
        message.AddHeader("Auto-Submitted", "auto-generated");
        message.AddHeader(EmlMessage.KeyHeader, mail.Key);
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);
        return message;
    }
}

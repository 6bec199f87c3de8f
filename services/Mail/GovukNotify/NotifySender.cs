using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly;
using Polly.Timeout;

namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>
/// Sends through GOV.UK Notify: two requests of its HTTP interface, and a token. Its client library would bring two more libraries, waits without a
/// time limit, and gives its answers as one text in which the status and the recipient's address stand side by side.
/// </summary>
internal sealed class NotifySender(IOptions<MailOptions> options, IHttpClientFactory http, NotifyAnswer answer, IClock clock) : IMailSender
{
    /// <summary>The name of its client among the host's HTTP clients.</summary>
    public const string HttpClientName = "GovukNotify";

    // These end before the first byte of the e-mail has left.
    private static readonly HttpRequestError[] NeverArrived =
        [HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        if (!AddressForm.IsWellFormed(mail.To.Address))
        {
            return AddressForm.Refusal;
        }

        var result = await HandOverAsync(mail, cancellation);
        return result is MailResult.TryLater { MayBeOut: true } && await FindAsync(mail.Key, cancellation) is { } taken
            ? new MailResult.Accepted(taken)
            : result;
    }

    private async Task<MailResult> HandOverAsync(Mail mail, CancellationToken cancellation)
    {
        using var timeout = WithTimeout(cancellation);
        try
        {
            using var request = Request(HttpMethod.Post, "/v2/notifications/email");
            request.Content = JsonContent.Create(Body(mail));
            using var response = await http.CreateClient(HttpClientName).SendAsync(request, timeout.Token);
            return await answer.ReadAsync(response, timeout.Token);
        }
        catch (Exception problem)
            when (problem is TimeoutRejectedException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new MailResult.TryLater($"GOV.UK Notify did not answer within {options.Value.GovukNotify.TimeoutSeconds:0.###} seconds.", MayBeOut: true);
        }
        catch (ExecutionRejectedException)
        {
            return new MailResult.TryLater("GOV.UK Notify could not be reached (it has failed too often, and is left alone for some seconds).");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            var error = (problem as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
            return new MailResult.TryLater($"GOV.UK Notify could not be reached ({error}).", MayBeOut: !NeverArrived.Contains(error));
        }
    }

    /// <summary>After an answer was lost: what Notify calls the e-mail, if it has it. Whatever stands in the way of asking leaves it in doubt.</summary>
    private async Task<string?> FindAsync(string reference, CancellationToken cancellation)
    {
        using var timeout = WithTimeout(cancellation);
        try
        {
            using var request = Request(HttpMethod.Get, $"/v2/notifications?template_type=email&reference={Uri.EscapeDataString(reference)}");
            using var response = await http.CreateClient(HttpClientName).SendAsync(request, timeout.Token);
            return response.StatusCode == HttpStatusCode.OK ? await NotifyAnswer.FirstIdAsync(response, timeout.Token) : null;
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException or JsonException or ExecutionRejectedException
                || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private CancellationTokenSource WithTimeout(CancellationToken cancellation)
    {
        var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.Value.GovukNotify.TimeoutSeconds) + MailOptions.Grace);
        return timeout;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var settings = options.Value.GovukNotify;
        var token = NotifyToken.Read(settings.ApiKey)!.At(clock.GetCurrentInstant());
        return new HttpRequestMessage(method, settings.BaseAddress.TrimEnd('/') + path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }

    private Dictionary<string, object> Body(Mail mail)
    {
        var settings = options.Value.GovukNotify;
        var body = new Dictionary<string, object>
        {
            ["email_address"] = AddressForm.Ascii(mail.To.Address),
            ["template_id"] = settings.TemplateId,
            ["personalisation"] = new { subject = mail.Subject, body = NotifyText.Of(mail.Text) },
            ["reference"] = mail.Key,
        };
        var replyTo = mail.From.Address == options.Value.CqcFrom ? settings.CqcReplyToId : settings.OfstedReplyToId;
        if (replyTo.Length > 0)
        {
            body["email_reply_to_id"] = replyTo;
        }

        return body;
    }
}

using System.Net;
using System.Text.Json;
using NodaTime;

namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>Reads GOV.UK Notify's answers. Its own messages may repeat what it was given, so they are recognised and never repeated.</summary>
internal sealed class NotifyAnswer(IClock clock)
{
    private const string Settings = $"{MailOptions.Section}:{MailOptions.NotifySender}";

    // What its messages say, and what that asks of the operator.
    private static readonly (string Says, string Because)[] Known =
    [
        (
            "team-only API key",
            $"GOV.UK Notify sends with this key to the service's team alone (400). Set {Settings}:ApiKey to a live key, or add the recipient to the guest list."),
        (
            "trial mode",
            "The service is in trial mode at GOV.UK Notify and sends to its team alone (400). Ask Notify to make it live, then send the notice again."),
        ("email_address", "GOV.UK Notify does not take the recipient's address (400). Correct it among the contacts, then send the notice again."),
        ("reply_to", $"GOV.UK Notify does not know the reply-to address (400). Check {Settings}:OfstedReplyToId and :CqcReplyToId."),
        ("emplate", $"GOV.UK Notify does not know the template, or it is not for e-mail (400). Check {Settings}:TemplateId."),
        (
            "personalisation",
            "The template at GOV.UK Notify asks for more than it is given (400). Let its subject be ((subject)) and its message ((body)), and nothing else in double brackets."),
        ("longer than", "GOV.UK Notify says that the e-mail is too long (400)."),
    ];

    public async Task<MailResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.Created:
                return new MailResult.Accepted(await IdAsync(response, cancellation));
            case HttpStatusCode.TooManyRequests:
                return await TooManyAsync(response, cancellation);
            case HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable:
                return new MailResult.TryLater(CannotTake(response));

            // What failed inside it may have failed after the e-mail was taken.
            case >= HttpStatusCode.InternalServerError:
                return new MailResult.TryLater(CannotTake(response), MayBeOut: true);
            case HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized:
                return await NotAllowedAsync(response, cancellation);
            case HttpStatusCode.BadRequest:
                var said = await response.Content.ReadAsStringAsync(cancellation);
                return new MailResult.Refused(
                    Known.FirstOrDefault(known => said.Contains(known.Says, StringComparison.Ordinal)).Because ?? "GOV.UK Notify refused the e-mail (400).");
            default:
                return new MailResult.Refused($"GOV.UK Notify refused the e-mail ({(int)response.StatusCode}).");
        }
    }

    /// <summary>The id of the first e-mail in a list; null when the list is empty.</summary>
    /// <exception cref="JsonException">It is no list.</exception>
    public static async Task<string?> FirstIdAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var list = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return
            list.RootElement.ValueKind == JsonValueKind.Object
            && list.RootElement.TryGetProperty("notifications", out var found)
            && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Select(Id).FirstOrDefault()
            : throw new JsonException("Not a list of notifications.");
    }

    private static async Task<string> IdAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var taken = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
            return Id(taken.RootElement) ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private async Task<MailResult> TooManyAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        (await response.Content.ReadAsStringAsync(cancellation)).Contains("TooManyRequestsError", StringComparison.Ordinal)
            ? new MailResult.TryLater("The service has sent as many e-mails as GOV.UK Notify allows it in a day (429).", UntilMidnight())
            : new MailResult.TryLater("GOV.UK Notify asks us to slow down (429).", Duration.FromMinutes(1));

    // A day at Notify ends at midnight, Coordinated Universal Time.
    private Duration UntilMidnight()
    {
        var now = clock.GetCurrentInstant();
        return now.InUtc().Date.PlusDays(1).AtMidnight().InUtc().ToInstant() - now;
    }

    private static async Task<MailResult> NotAllowedAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        (await response.Content.ReadAsStringAsync(cancellation)).Contains("clock", StringComparison.Ordinal)
            ? new MailResult.TryLater(
                $"This host's clock and GOV.UK Notify's are more than 30 seconds apart ({(int)response.StatusCode}). Set the clock right; a moved clock of the sandbox cannot send.")
            : new MailResult.Refused(
                $"GOV.UK Notify does not take the API key ({(int)response.StatusCode}). Check {Settings}:ApiKey: it may have been revoked, or be of another service.");

    private static string CannotTake(HttpResponseMessage response) => $"GOV.UK Notify cannot take mail at the moment ({(int)response.StatusCode}).";

    private static string? Id(JsonElement notification) =>
        notification.ValueKind == JsonValueKind.Object && notification.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}

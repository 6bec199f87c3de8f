using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using SendGrid;

namespace AreaSend.Services.Mail;

/// <summary>Reads SendGrid's answers. Its own messages may repeat the address, so no reason repeats them; the names of refused fields are safe.</summary>
internal sealed partial class SendGridAnswer(IClock clock)
{
    public async Task<MailResult> ReadAsync(Response response, CancellationToken cancellation) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new MailResult.Accepted(Header(response, "X-Message-Id") ?? ""),
        HttpStatusCode.TooManyRequests => new MailResult.TryLater("SendGrid asks us to slow down (429).", Wait(response)),
        HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable => new MailResult.TryLater(CannotTake(response), Wait(response)),

        // What failed inside SendGrid may have failed after the e-mail was taken.
        >= HttpStatusCode.InternalServerError => new MailResult.TryLater(CannotTake(response), Wait(response), MayBeOut: true),
        HttpStatusCode.Unauthorized => new MailResult.Refused("SendGrid does not know the API key (401). Check AreaSend:Mail:SendGrid:ApiKey."),
        HttpStatusCode.Forbidden => new MailResult.Refused(
            "SendGrid does not allow this key to send from this mailbox (403). Check the key's permissions and the verified senders."),
        HttpStatusCode.RequestEntityTooLarge => new MailResult.Refused("SendGrid says that the e-mail is too large (413)."),
        var other => new MailResult.Refused($"SendGrid refused the e-mail ({(int)other}){await FieldsAsync(response, cancellation)}."),
    };

    private static string CannotTake(Response response) => $"SendGrid cannot take mail at the moment ({(int)response.StatusCode}).";

    private Duration? Wait(Response response)
    {
        var now = clock.GetCurrentInstant();
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
            _ => long.TryParse(Header(response, "X-RateLimit-Reset"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800
                ? Instant.FromUnixTimeSeconds(seconds) - now
                : (Duration?)null,
        };
        return wait is { } known ? Duration.Max(known, Duration.Zero) : null;
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static async Task<string> FieldsAsync(Response response, CancellationToken cancellation)
    {
        try
        {
            using var body = JsonDocument.Parse(await response.Body.ReadAsStringAsync(cancellation));
            var fields = body.RootElement.GetProperty("errors").EnumerateArray()
                .Select(error => error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "")
                .Where(field => FieldName().IsMatch(field))
                .Distinct()
                .ToList();
            return fields.Count == 0 ? "" : $": {string.Join(", ", fields)}";
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+){0,6}$")]
    private static partial Regex FieldName();
}

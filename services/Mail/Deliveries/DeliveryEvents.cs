using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace AreaSend.Services.Mail.Deliveries;

/// <summary>
/// Reads what SendGrid's event webhook posts: a list of events. SendGrid's own reasons often repeat the address, so none of them is kept;
/// the status code and the names of SendGrid's lists are.
/// </summary>
internal static partial class DeliveryEvents
{
    private static readonly string[] ListNames =
        ["Bounced Address", "Unsubscribed Address", "Spam Reporting Address", "Recipient List over Package Quota", "Spam Content", "Invalid SMTPAPI header"];

    /// <summary>The events about our e-mails that say something of their delivery; null when the text is not such a list.</summary>
    public static IReadOnlyList<DeliveryEvent>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(ReadOne).OfType<DeliveryEvent>()] : null;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DeliveryEvent? ReadOne(JsonElement item)
    {
        var (id, at) = (item.GetProperty("sg_event_id").GetString(), Instant.FromUnixTimeSeconds(item.GetProperty("timestamp").GetInt64()));
        if (id is null or { Length: 0 or > 200 })
        {
            throw new FormatException("An event without a name of its own cannot be told from its repeat.");
        }

        return Kind(item.GetProperty("event").GetString()) is { } kind && Text(item, SendGridSender.KeyArgument) is { } key && MailKey.Read(key) is { } mail
            ? new DeliveryEvent(id, mail, kind, at, Because(kind, item))
            : null;
    }

    private static DeliveryKind? Kind(string? name) => name switch
    {
        "deferred" => DeliveryKind.Deferred,
        "delivered" => DeliveryKind.Delivered,
        "bounce" => DeliveryKind.Bounced,
        "dropped" => DeliveryKind.Dropped,
        "spamreport" => DeliveryKind.Spam,
        _ => null,
    };

    private static string Because(DeliveryKind kind, JsonElement item) => kind switch
    {
        DeliveryKind.Deferred => $"The recipient's mail server asks to be tried later{Status(item)}.",
        DeliveryKind.Delivered => "The recipient's mail server took it.",
        DeliveryKind.Spam => "The recipient reported it as spam.",
        DeliveryKind.Dropped => $"SendGrid did not try to deliver it{List(item)}.",
        _ => $"The recipient's mail server {(Text(item, "type") == "blocked" ? "blocked" : "refused")} it{Status(item)}.",
    };

    private static string Status(JsonElement item) => Text(item, "status") is { } status && StatusCode().IsMatch(status) ? $" ({status})" : "";

    private static string List(JsonElement item) => Text(item, "reason") is { } reason && ListNames.Contains(reason) ? $" ({reason})" : "";

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}$")]
    private static partial Regex StatusCode();
}

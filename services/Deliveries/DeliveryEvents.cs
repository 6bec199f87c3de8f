using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>
/// Reads what SendGrid's event webhook posts: a list of events. SendGrid's own reasons often repeat the address, so none of them is kept;
/// the status code and the names of SendGrid's lists are.
/// </summary>
internal static partial class DeliveryEvents
{
    // The store has room for 200 characters, of which a few are ours.
    private const int LongestId = 190;

    private static readonly string[] ListNames =
        ["Bounced Address", "Unsubscribed Address", "Spam Reporting Address", "Recipient List over Package Quota", "Spam Content", "Invalid SMTPAPI header"];

    /// <summary>
    /// The events about our e-mails that say something of their delivery; null when the text is no list. What is not ours is passed over before it is read.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="now">When it came: the moment of an event whose own cannot be read.</param>
    public static DeliveryBatch? Read(ReadOnlyMemory<byte> body, Instant now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array ? Read(document.RootElement, now) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryBatch Read(JsonElement list, Instant now)
    {
        var (events, damaged) = (new List<DeliveryEvent>(), 0);
        foreach (var item in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (Kind(Text(item, "event")) is not { } kind)
            {
                continue;
            }

            var key = Text(item, SendGridSender.KeyArgument);
            var mail = key is null ? null : MailKey.Read(key);

            // Some bounces come hours later from the recipient's server, and then name nothing but the address.
            if (mail is null && !(key is null && kind.IsFailure() && Text(item, "email") is not null))
            {
                continue;
            }

            var (id, at) = (Text(item, "sg_event_id"), Moment(item));
            damaged += id is null or { Length: 0 or > LongestId } || at is null ? 1 : 0;
            events.Add(
                new DeliveryEvent(id is { Length: > 0 and <= LongestId } ? id : IdOf(item), mail, Text(item, "email"), kind, at ?? now, Because(kind, item)));
        }

        return new DeliveryBatch(events, damaged);
    }

    // An event without a name of its own is told from its repeat by what it says.
    private static string IdOf(JsonElement item) => $"sha-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.GetRawText())))}";

    private static Instant? Moment(JsonElement item)
    {
        if (!item.TryGetProperty("timestamp", out var stamp))
        {
            return null;
        }

        var text = stamp.ValueKind == JsonValueKind.String ? stamp.GetString()! : stamp.ValueKind == JsonValueKind.Number ? stamp.GetRawText() : "";
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800
            ? Instant.FromUnixTimeSeconds((long)seconds)
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

/// <summary>What one post says.</summary>
/// <param name="Events">The events about our e-mails.</param>
/// <param name="Damaged">How many of them lacked a name or a moment that can be read.</param>
internal sealed record DeliveryBatch(IReadOnlyList<DeliveryEvent> Events, int Damaged);

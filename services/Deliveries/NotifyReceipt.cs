using System.Text.Json;
using AreaSend.Services.Mail;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Deliveries;

/// <summary>Reads what GOV.UK Notify posts about one message. Each message gets one such word, or two if it came back after it had been delivered.</summary>
internal static class NotifyReceipt
{
    /// <summary>What it says of an e-mail of ours: nothing where it is about another service's message; null when the text is no receipt.</summary>
    /// <param name="body">The body.</param>
    /// <param name="now">When it came: the moment of a word whose own cannot be read.</param>
    public static DeliveryBatch? Read(ReadOnlyMemory<byte> body, Instant now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, now) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryBatch? Read(JsonElement receipt, Instant now)
    {
        if (Text(receipt, "id") is not { Length: > 0 and <= 100 } id || Text(receipt, "status") is not { } status)
        {
            return null;
        }

        if (Text(receipt, "reference") is not { } reference || MailKey.Read(reference) is not { } mail || Kind(status) is not { } kind)
        {
            return new DeliveryBatch([], 0);
        }

        var at = Moment(receipt, "completed_at") ?? Moment(receipt, "sent_at");
        return new DeliveryBatch([new DeliveryEvent($"notify-{id}-{status}", mail, Text(receipt, "to"), kind, at ?? now, Because(status))], at is null ? 1 : 0);
    }

    private static DeliveryKind? Kind(string status) => status switch
    {
        "delivered" => DeliveryKind.Delivered,
        "permanent-failure" or "temporary-failure" => DeliveryKind.Bounced,
        "technical-failure" => DeliveryKind.Dropped,
        _ => null,
    };

    // A temporary failure is final all the same: Notify has tried for three days and tries no more.
    private static string Because(string status) => status switch
    {
        "delivered" => "The recipient's mail server took it.",
        "permanent-failure" => "The recipient's mail server refused it: there is no such mailbox, or it takes no mail from GOV.UK Notify.",
        "temporary-failure" => "GOV.UK Notify could not deliver it in three days: the mailbox may be full, or the recipient's mail server did not answer.",
        _ => "GOV.UK Notify could not hand it on to deliver. It has to be sent again.",
    };

    private static Instant? Moment(JsonElement receipt, string name) =>
        Text(receipt, name) is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } ? moment : null;

    private static string? Text(JsonElement receipt, string name) =>
        receipt.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

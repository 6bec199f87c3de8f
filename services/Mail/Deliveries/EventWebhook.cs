using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Mail.Deliveries;

/// <summary>Takes what SendGrid's event webhook posts, in whichever host it arrives.</summary>
public sealed class EventWebhook
{
    /// <summary>The header with the signature, in Base64.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the moment of signing, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>A post is at most so many bytes; SendGrid's own are far below.</summary>
    public const int LargestBody = 4 << 20;

    private readonly SendGridSignature signature;
    private readonly NoticeDeliveries deliveries;
    private readonly ILogger<EventWebhook> logger;

    internal EventWebhook(SendGridSignature signature, NoticeDeliveries deliveries, ILogger<EventWebhook> logger) =>
        (this.signature, this.deliveries, this.logger) = (signature, deliveries, logger);

    /// <summary>Stores each event once. What is not signed or cannot be read stores nothing.</summary>
    /// <param name="sign">The signature header.</param>
    /// <param name="timestamp">The time stamp header.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="cancellation">Gives up; what was stored stays, and is known again when it is posted again.</param>
    public async Task<WebhookAnswer> ReceiveAsync(string? sign, string? timestamp, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        if (!signature.IsGenuine(sign, timestamp, body))
        {
            DeliveryLog.NotGenuine(logger);
            return WebhookAnswer.NotGenuine;
        }

        if (DeliveryEvents.Read(body) is not { } events)
        {
            DeliveryLog.Malformed(logger);
            return WebhookAnswer.Malformed;
        }

        var early = false;
        foreach (var @event in events)
        {
            early |= await deliveries.RecordAsync(@event, cancellation) == DeliveryRecording.TooEarly;
        }

        return early ? WebhookAnswer.TooEarly : WebhookAnswer.Taken;
    }
}

/// <summary>What the webhook answers.</summary>
public enum WebhookAnswer
{
    /// <summary>All is stored, or was already.</summary>
    Taken = 204,

    /// <summary>It cannot be read; nothing was stored.</summary>
    Malformed = 400,

    /// <summary>It is not signed by SendGrid, or long ago; nothing was stored.</summary>
    NotGenuine = 401,

    /// <summary>It tells of an e-mail whose sending has not been recorded yet: SendGrid tries again later.</summary>
    TooEarly = 503,
}

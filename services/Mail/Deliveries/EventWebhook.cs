using Microsoft.Extensions.Logging;
using NodaTime;

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
    private readonly IClock clock;
    private readonly ILogger<EventWebhook> logger;

    internal EventWebhook(SendGridSignature signature, NoticeDeliveries deliveries, IClock clock, ILogger<EventWebhook> logger) =>
        (this.signature, this.deliveries, this.clock, this.logger) = (signature, deliveries, clock, logger);

    /// <summary>
    /// Stores each event of ours once, whatever else the post holds. What is not signed, or no list, stores nothing; one event that cannot be
    /// stored yet keeps no other from being stored.
    /// </summary>
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

        if (DeliveryEvents.Read(body, clock.GetCurrentInstant()) is not { } batch)
        {
            DeliveryLog.Malformed(logger);
            return WebhookAnswer.Malformed;
        }

        if (batch.Damaged > 0)
        {
            DeliveryLog.Damaged(logger, batch.Damaged);
        }

        var early = false;
        foreach (var @event in batch.Events)
        {
            early |= await IsEarlyAsync(@event, cancellation);
        }

        return early ? WebhookAnswer.TooEarly : WebhookAnswer.Taken;
    }

    private async Task<bool> IsEarlyAsync(DeliveryEvent @event, CancellationToken cancellation)
    {
        try
        {
            return await deliveries.RecordAsync(@event, cancellation) == DeliveryRecording.TooEarly;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // SendGrid posts the batch again for a day; by then somebody may have mended the inspection that cannot be read.
            DeliveryLog.NotStored(logger, problem);
            return true;
        }
    }
}

/// <summary>What the webhook answers.</summary>
public enum WebhookAnswer
{
    /// <summary>All is stored, or was already.</summary>
    Taken = 204,

    /// <summary>It is no list; nothing was stored.</summary>
    Malformed = 400,

    /// <summary>It is not signed by SendGrid, or long ago; nothing was stored.</summary>
    NotGenuine = 401,

    /// <summary>It tells of an e-mail whose sending has not been recorded yet, or whose inspection cannot be read: SendGrid tries again later. The rest of the post is stored.</summary>
    TooEarly = 503,
}

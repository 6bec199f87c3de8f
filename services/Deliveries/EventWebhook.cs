using AreaSend.Services.Mail;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>Takes what SendGrid's event webhook posts, in whichever host it arrives.</summary>
public sealed class EventWebhook
{
    /// <summary>The header with the signature, in Base64.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the moment of signing, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>A post is at most so many bytes; SendGrid's own are far below.</summary>
    public const int LargestBody = 4 << 20;

    private readonly SendGridSignature _signature;
    private readonly DeliveryIntake _intake;
    private readonly IClock _clock;
    private readonly ILogger<EventWebhook> _logger;

    internal EventWebhook(SendGridSignature signature, DeliveryIntake intake, IClock clock, ILogger<EventWebhook> logger) =>
        (_signature, _intake, _clock, _logger) = (signature, intake, clock, logger);

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
        if (!_signature.IsGenuine(sign, timestamp, body))
        {
            DeliveryLog.NotGenuine(_logger);
            return WebhookAnswer.NotGenuine;
        }

        if (DeliveryEvents.Read(body, _clock.GetCurrentInstant()) is not { } batch)
        {
            DeliveryLog.Malformed(_logger);
            return WebhookAnswer.Malformed;
        }

        return await _intake.TakeAsync(batch, cancellation);
    }
}

/// <summary>What a mail service is answered that posts what became of our e-mails.</summary>
public enum WebhookAnswer
{
    /// <summary>All is stored, or was already.</summary>
    Taken = 204,

    /// <summary>It cannot be read; nothing was stored.</summary>
    Malformed = 400,

    /// <summary>It does not come from the mail service, or was signed long ago; nothing was stored.</summary>
    NotGenuine = 401,

    /// <summary>
    /// It tells of an e-mail whose sending has not been recorded yet, or whose inspection cannot be read: the mail service tries again later. The rest of the
    /// post is stored.
    /// </summary>
    TooEarly = 503,
}

using System.Security.Cryptography;
using System.Text;
using AreaSend.Services.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>Takes the delivery receipts that GOV.UK Notify posts, in whichever host they arrive.</summary>
public sealed class NotifyCallback
{
    /// <summary>A receipt is at most so many bytes; Notify's own are far below.</summary>
    public const int LargestBody = 64 << 10;

    private readonly IOptions<MailOptions> _options;
    private readonly DeliveryIntake _intake;
    private readonly IClock _clock;
    private readonly ILogger<NotifyCallback> _logger;

    internal NotifyCallback(IOptions<MailOptions> options, DeliveryIntake intake, IClock clock, ILogger<NotifyCallback> logger) =>
        (_options, _intake, _clock, _logger) = (options, intake, clock, logger);

    /// <summary>Stores what a receipt says of an e-mail of ours, once. What comes without the token, or is no receipt, stores nothing.</summary>
    /// <param name="authorization">The header <c>Authorization</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellation">Gives up; the same receipt may be posted again.</param>
    public async Task<WebhookAnswer> ReceiveAsync(string? authorization, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        if (!IsGenuine(authorization))
        {
            DeliveryLog.NotFromNotify(_logger);
            return WebhookAnswer.NotGenuine;
        }

        if (NotifyReceipt.Read(body, _clock.GetCurrentInstant()) is not { } batch)
        {
            DeliveryLog.Malformed(_logger);
            return WebhookAnswer.Malformed;
        }

        return await _intake.TakeAsync(batch, cancellation);
    }

    private bool IsGenuine(string? authorization) =>
        _options.Value.GovukNotify.CallbackToken is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"Bearer {token}"), Encoding.UTF8.GetBytes(authorization ?? ""));
}

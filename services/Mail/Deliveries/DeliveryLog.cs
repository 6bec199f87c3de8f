using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Mail.Deliveries;

internal static partial class DeliveryLog
{
    [LoggerMessage(LogLevel.Warning, "A post to the event webhook was not signed by SendGrid, or too long ago. Check AreaSend:Mail:SendGrid:WebhookPublicKey.")]
    public static partial void NotGenuine(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "A signed post to the event webhook could not be read.")]
    public static partial void Malformed(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Notice {Notice} of inspection {Inspection} did not arrive: {Because}")]
    public static partial void NotDelivered(ILogger logger, string notice, Guid inspection, string because);
}

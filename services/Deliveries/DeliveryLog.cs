using AreaSend.Core.Rules;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Deliveries;

internal static partial class DeliveryLog
{
    [LoggerMessage(LogLevel.Warning, "A post to the event webhook was not signed by SendGrid, or too long ago. Check AreaSend:Mail:SendGrid:WebhookPublicKey.")]
    public static partial void NotGenuine(ILogger logger);

    [LoggerMessage(
        LogLevel.Warning,
        "A delivery receipt did not bear GOV.UK Notify's token. Check AreaSend:Mail:GovukNotify:CallbackToken, and the callback in Notify's settings.")]
    public static partial void NotFromNotify(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "A genuine post of the mail service could not be read.")]
    public static partial void Malformed(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "{Count} events of the mail service had no name or no moment that can be read; they were stored as of their arrival.")]
    public static partial void Damaged(ILogger logger, int count);

    [LoggerMessage(LogLevel.Error, "An event of the mail service could not be stored; it is asked for again.")]
    public static partial void NotStored(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Warning, "An e-mail came back that the mail service does not name; {Count} notices sent to its address lately are in doubt.")]
    public static partial void InDoubt(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "Notice {Notice} of inspection {Inspection} did not arrive: {Because}")]
    public static partial void NotDelivered(ILogger logger, string notice, Guid inspection, string because);
}

using AreaSend.Core.Rules;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Engine;

internal static partial class EngineLog
{
    [LoggerMessage(LogLevel.Error, "Inspection {Inspection} could not be taken forward; attempt {Attempt}.")]
    public static partial void AdvanceFailed(ILogger logger, Exception problem, Guid inspection, int attempt);

    [LoggerMessage(LogLevel.Error, "Notice {Notice} of inspection {Inspection} could not be written.")]
    public static partial void ComposeFailed(ILogger logger, Exception problem, string notice, Guid inspection);

    [LoggerMessage(LogLevel.Error, "The durable engine could not be told what is due; it is told again at the next change, and finds it by itself.")]
    public static partial void NotNudged(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Warning, "Notice {Notice} of inspection {Inspection} was not sent: {Because}")]
    public static partial void NotSent(ILogger logger, string notice, Guid inspection, string because);
}

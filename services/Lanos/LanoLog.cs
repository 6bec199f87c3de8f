using AreaSend.Core.Rules;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Lanos;

/// <summary>What the door writes to the log: no name, no address, no link.</summary>
internal static partial class LanoLog
{
    [LoggerMessage(LogLevel.Warning, "A sign-in link was refused ({State}); inspection {Inspection}.")]
    public static partial void LinkRefused(ILogger logger, LinkState state, Guid? inspection);

    [LoggerMessage(LogLevel.Information, "A nominated officer signed in to inspection {Inspection}.")]
    public static partial void SessionBegan(ILogger logger, Guid inspection);

    [LoggerMessage(LogLevel.Information, "A nominated officer's access to inspection {Inspection} was withdrawn.")]
    public static partial void AccessWithdrawn(ILogger logger, Guid inspection);

    [LoggerMessage(LogLevel.Information, "Somebody asked for a sign-in link; {Officers} officers have the address they gave.")]
    public static partial void LinkAskedFor(ILogger logger, int officers);

    [LoggerMessage(LogLevel.Error, "No link could be sent to the nominated officer of inspection {Inspection}.")]
    public static partial void NotSent(ILogger logger, Exception problem, Guid inspection);
}

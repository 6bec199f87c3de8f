using AreaSend.Services.SignInLinks;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.GettingReady;

/// <summary>What the room writes to the log: no name, no address, no link, no area. Whoever reads the log must not learn who gets ready.</summary>
internal static partial class ReadyLog
{
    [LoggerMessage(LogLevel.Warning, "A link to a room for getting ready was refused ({State}).")]
    public static partial void LinkRefused(ILogger logger, LinkState state);

    [LoggerMessage(LogLevel.Warning, "A link to a room for getting ready was asked for, and none is sent: {Setting} is not set.")]
    public static partial void NoMailbox(ILogger logger, string setting);

    [LoggerMessage(LogLevel.Error, "A link to a room for getting ready was not handed over: {Because}")]
    public static partial void NotSent(ILogger logger, string because);
}

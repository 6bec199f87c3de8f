namespace AreaSend.Web.Engine;

internal static partial class EngineHostLog
{
    [LoggerMessage(LogLevel.Error, "The engine could not look for work.")]
    public static partial void TurnFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "The bank holidays could not be refreshed.")]
    public static partial void RefreshFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "Whether the engine does its work could not be seen.")]
    public static partial void WatchFailed(ILogger logger, Exception problem);
}

namespace AreaSend.Web.Engine;

internal static partial class EngineHostLog
{
    [LoggerMessage(LogLevel.Error, "The engine could not look for work.")]
    public static partial void RoundFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "The bank holidays could not be refreshed.")]
    public static partial void RefreshFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "Whether the engine does its work could not be seen.")]
    public static partial void WatchFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "No checkpoint was written: {Count} things are not as the newest has them, the first: {Wrong}")]
    public static partial void CheckpointRefused(ILogger logger, int count, string wrong);

    [LoggerMessage(LogLevel.Error, "What may be disposed of could not be looked for, or was not disposed of.")]
    public static partial void KeepingFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "No checkpoint could be written.")]
    public static partial void CheckpointFailed(ILogger logger, Exception problem);
}

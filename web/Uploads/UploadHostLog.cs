namespace AreaSend.Web.Uploads;

internal static partial class UploadHostLog
{
    [LoggerMessage(LogLevel.Warning, "Documents could not be taken in just now; trying again.")]
    public static partial void IngestionFailed(ILogger logger, Exception problem);
}

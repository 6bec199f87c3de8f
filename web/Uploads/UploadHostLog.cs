using AreaSend.Core.Rules;

namespace AreaSend.Web.Uploads;

internal static partial class UploadHostLog
{
    [LoggerMessage(LogLevel.Warning, "Documents could not be taken in just now; trying again.")]
    public static partial void IngestionFailed(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Warning, "The containers for documents could not be made just now; trying again.")]
    public static partial void NoContainers(ILogger logger, Exception problem);
}

namespace AreaSend.Web.Failures;

internal static partial class FailureLog
{
    // The path without its query: a query may hold what somebody typed.
    [LoggerMessage(LogLevel.Error, "Failure {Reference}: {Method} {Path} could not be answered.")]
    public static partial void Failed(ILogger logger, Exception exception, string reference, string method, string path);
}

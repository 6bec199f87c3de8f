using AreaSend.Core.Rules;

namespace AreaSend.Web.Security;

internal static partial class SecurityLog
{
    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path}: its antiforgery token is missing or out of date.")]
    public static partial void FormTokenRefused(ILogger logger, string method, string path);
}

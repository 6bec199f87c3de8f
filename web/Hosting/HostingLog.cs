using AreaSend.Core.Rules;

namespace AreaSend.Web.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(LogLevel.Warning, "Refused a request from another machine.")]
    public static partial void RefusedCaller(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Refused a request whose Host header is not this machine's own name.")]
    public static partial void RefusedHostName(ILogger logger);
}

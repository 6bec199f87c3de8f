namespace AreaSend.Web.AccessLog;

/// <summary>What the access log needs.</summary>
internal static class AccessLogSetup
{
    public static IServiceCollection AddAccessLog(this IServiceCollection services) => services.AddSingleton<AccessLogReader>();
}

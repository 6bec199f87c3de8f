namespace AreaSend.Web.Inspections.Notices;

/// <summary>What the pages of notices need.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNoticePages(this IServiceCollection services) => services.AddSingleton<NoticeReader>();
}

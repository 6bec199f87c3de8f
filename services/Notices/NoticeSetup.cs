using AreaSend.Services.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Notices;

/// <summary>Adds the writing of notices to a host.</summary>
public static class NoticeSetup
{
    /// <summary><see cref="NoticeComposer"/> and <see cref="NoticeMailboxes"/>, configured under <c>AreaSend:Notices</c> and <c>AreaSend:Mail</c>.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section);
        services.AddMailOptions();
        services.AddSingleton<NoticeMailboxes>();
        services.AddSingleton<NoticeComposer>();
        return services;
    }
}

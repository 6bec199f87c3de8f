using AreaSend.Services.GettingReady.Audits;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.GettingReady;

/// <summary>Adds the rooms in which areas get ready to a host. Needs the store and mail.</summary>
public static class ReadySetup
{
    /// <summary>Their sign-in, their people and what they write down.</summary>
    public static IServiceCollection AddGettingReady(this IServiceCollection services)
    {
        services.AddOptions<ReadyOptions>().BindConfiguration(ReadyOptions.Section);
        services.AddSingleton<ReadyLinks>();
        services.AddSingleton<ReadyLinkSignIn>();
        services.AddSingleton<ReadyAccess>();
        services.AddSingleton<ReadyChecklist>();
        services.AddSingleton<ReadyItems>();
        services.AddSingleton<ReadyAudits>();
        services.AddSingleton<ReadyKeeping>();
        services.AddSingleton<PracticeNotification>();
        services.AddSingleton<ListTrial>();
        return services;
    }
}

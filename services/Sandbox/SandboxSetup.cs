using AreaSend.Services.Engine;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Adds the sandbox to a host.</summary>
public static class SandboxSetup
{
    // Of the range that is kept for fiction.
    private const string FictionalTelephone = "020 7946 0100";

    /// <summary>The sandbox's own: a clock that can be moved forward, made-up contacts and school holidays. Never outside the sandbox.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services)
    {
        services.TryAddSingleton(new MachineClock(SystemClock.Instance));
        services.AddSingleton<SandboxClock>();
        services.Replace(ServiceDescriptor.Singleton<IClock>(provider => provider.GetRequiredService<SandboxClock>()));
        services.PostConfigure<NoticeOptions>(options => options.Telephone ??= FictionalTelephone);
        services.AddSingleton<SandboxContacts>();
        services.AddSingleton<SandboxSchoolHolidays>();
        services.AddSingleton<SandboxFill>();
        services.AddSingleton<SandboxOutbox>();
        services.AddSingleton<SandboxImpersonation>();
        services.AddSingleton<SandboxBounce>();
        return services;
    }
}

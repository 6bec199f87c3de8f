using AreaSend.Core.Keeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Keeping;

/// <summary>Adds keeping and disposing to a host.</summary>
public static class KeepingSetup
{
    /// <summary>The schedule, proposals, disposal and holds; needs the store, mail and uploads. Configured under <c>AreaSend:Keeping</c>.</summary>
    public static IServiceCollection AddKeeping(this IServiceCollection services)
    {
        services.AddOptions<KeepingOptions>().BindConfiguration(KeepingOptions.Section);
        services.AddSingleton(host => new KeepingSchedule(host.GetRequiredService<IOptions<KeepingOptions>>().Value.Months));
        services.AddSingleton<DisposalProposals>();
        services.AddSingleton<RemovedOutside>();
        services.AddSingleton<Disposal>();
        services.AddSingleton<KeepingHolds>();
        services.AddSingleton<KeepingRound>();
        services.AddSingleton<KeepingBook>();
        services.AddSingleton<HeldOnPerson>();
        return services;
    }
}

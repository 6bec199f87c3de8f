using AreaSend.Core.Timetables;
using AreaSend.Services.Hosting;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Simulation;

/// <summary>What a simulated inspection is lived through in: store, step and outbox as every host has them, under a clock of its own.</summary>
public static class SimulationHost
{
    /// <summary>Adds all of it but what the e-mails are written to in the end, which the settings say.</summary>
    /// <param name="services">An empty collection.</param>
    /// <param name="store">A store that is the simulation's alone.</param>
    /// <param name="clock">Its time.</param>
    /// <param name="editions">The editions that it plans under.</param>
    /// <param name="configuration">Settings, as those of a host.</param>
    public static IServiceCollection AddSimulation(
        this IServiceCollection services, StoreSettings store, VirtualClock clock, Editions editions, IConfiguration configuration)
    {
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSingleton<IClock>(clock);
        services.AddSingleton(editions);
        services.AddStore(store);
        services.AddNotices();
        services.AddMail();
        services.AddOutbox();
        return services;
    }
}

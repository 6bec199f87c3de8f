using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Hosting;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Conformance;

/// <summary>A host's services over a store that outlives it: built anew, as a process that starts again does.</summary>
public static class EngineHost
{
    public static ServiceProvider Start(ThrowawayStore store, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IClock>(store.Clock);
        services.AddSingleton<IMailSender>(store.Mail);
        services.AddStore(store.Settings);
        services.AddNotices();
        services.AddOutbox();
        services.AddBankHolidays();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}

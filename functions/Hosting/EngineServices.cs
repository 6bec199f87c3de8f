using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Hosting;
using AreaSend.Services.Keeping;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Functions.Hosting;

/// <summary>All that the functions call upon, from services.</summary>
internal static class EngineServices
{
    private const string SandboxKey = "AreaSend:Sandbox";

    /// <summary>Whether bank holidays, people and the clock are made up. Only where it is said so.</summary>
    public static bool IsSandbox(IConfiguration configuration) => configuration.GetValue<bool>(SandboxKey);

    public static IServiceCollection AddEngineServices(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var store = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        services.AddStore(store.ToSettings(contentRoot));
        services.AddNotices();
        services.AddMail();
        services.AddOutbox();
        services.AddBankHolidays();
        services.AddBlobStorage();
        services.AddMalwareScanner();
        services.AddUploads();
        services.AddKeeping();
        services.AddSingleton<CaseViews>();
        services.AddSingleton<ConsoleCaller>();
        services.AddSingleton<PoisonQueues>();
        return IsSandbox(configuration) ? services.AddSandbox() : services;
    }
}

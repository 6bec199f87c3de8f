using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Hosting;
using AreaSend.Services.Keeping;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Web.BankHolidays;
using AreaSend.Web.Engine;
using AreaSend.Web.Hosting;
using AreaSend.Web.Sandbox;

namespace AreaSend.Web;

/// <summary>The engine in the host, after the store.</summary>
internal static class EngineHosting
{
    public static void AddEngine(this WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddOutbox();
        services.AddBankHolidays();
        services.Configure<SiteOptions>(options => options.SiteAddress = settings.Site);
        if (settings.Sandbox)
        {
            services.AddSandbox();
            services.AddSingleton<SandboxJourney>();
            services.AddHostedService<SandboxOpening>();
        }

        services.AddSingleton<EngineState>();
        services.AddHostedService<EngineWatchRounds>();
        services.AddHostedService<CheckpointRounds>();
        services.AddKeeping();
        services.AddHostedService<KeepingRounds>();
        if (EngineChoices.Read(builder.Configuration) == EngineChoice.DurableFunctions)
        {
            services.AddDurableEngine(builder.Configuration);
            return;
        }

        services.AddEmbeddedEngine();
        services.AddHostedService<EmbeddedEngine>();
        services.AddHostedService<BankHolidayRounds>();
    }
}

using AreaSend.Services.Engine;
using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AreaSend.Web.Hosting;

/// <summary>
/// The metrics that the alerts read, to Application Insights. The Functions app sends the same; when it is down, this host is the one that says so.
/// Without Application Insights nothing leaves the process.
/// </summary>
internal static class ConsoleTelemetry
{
    private const string ConnectionKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[ConnectionKey] is not { Length: > 0 } connection)
        {
            return;
        }

        builder.Services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        builder.Services.AddSingleton<IConfigureOptions<AzureMonitorExporterOptions>>(host => new ConfigureOptions<AzureMonitorExporterOptions>(options =>
            (options.ConnectionString, options.Credential) = (connection, host.GetRequiredService<TokenCredential>())));
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(EngineMetrics.MeterName)).UseAzureMonitorExporter();
    }
}

using AreaSend.Services.Engine;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AreaSend.Functions.Hosting;

/// <summary>
/// Traces, logs and the metrics that the alerts read, by OpenTelemetry, as <c>host.json</c> asks. Without Application Insights nothing leaves the process.
/// </summary>
internal static class Telemetry
{
    private const string ConnectionKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults().WithMetrics(metrics => metrics.AddMeter(EngineMetrics.MeterName));
        if (configuration[ConnectionKey] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter(options => options.Credential = new DefaultAzureCredential());
        }
    }
}

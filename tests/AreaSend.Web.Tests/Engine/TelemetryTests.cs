using AreaSend.Services.Engine;
using AreaSend.Testing;
using AreaSend.Web.Engine;
using AreaSend.Web.Hosting;
using AreaSend.Web.Tests.Shell;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;

namespace AreaSend.Web.Tests.Engine;

/// <summary>The alerts on missed wakes and stale bank holidays have a second source: the console, for when the Functions app is down.</summary>
public class TelemetryTests
{
    [Theory]
    [InlineData("Embedded")]
    [InlineData("DurableFunctions")]
    public void Console_WhicheverEngineRuns_LooksWhetherItDoesItsWork(string engine)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("AreaSend:Engine", engine),
            new("AreaSend:Functions:Address", "http://localhost:7071"),
            new("AreaSend:Functions:QueueConnectionString", "UseDevelopmentStorage=true"),
        ]);

        builder.AddEngine(new HostSettings(Sandbox: true, Port: 0));

        Assert.Single(builder.Services, service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(EngineWatchRounds));
    }

    [Fact]
    public async Task Metrics_OfALook_ReachApplicationInsightsByIdentity()
    {
        await using var insights = await HttpStub.StartAsync(context => context.Response.WriteAsJsonAsync(new { itemsReceived = 2, itemsAccepted = 2, errors = Array.Empty<object>() }));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={insights.Address}";
        builder.Services.AddSingleton<TokenCredential>(new FictionalIdentity());
        builder.Services.AddSingleton<EngineMetrics>();
        builder.AddTelemetry();
        // A token goes nowhere but over TLS, which the stub has not: that it would be asked for is seen below.
        TokenCredential? asked = null;
        builder.Services.PostConfigure<AzureMonitorExporterOptions>(options => (asked, options.Credential) = (options.Credential, null));
        await using var console = builder.Build();
        var exported = console.Services.GetRequiredService<MeterProvider>();

        console.Services.GetRequiredService<EngineMetrics>().Looked(new EngineHealth([Guid.CreateVersion7()], Duration.FromDays(4)));
        exported.ForceFlush();

        var sent = insights.Requests.Where(request => request.Path.EndsWith("/track", StringComparison.Ordinal)).ToArray();
        Assert.All(["areasend.wake.overdue", "areasend.bank_holidays.age_days"], metric => Assert.Contains(sent, request => request.Body.Contains(metric, StringComparison.Ordinal)));
        Assert.IsType<FictionalIdentity>(asked);
    }

    [Fact]
    public void Metrics_WithoutApplicationInsights_GoNowhere()
    {
        var builder = WebApplication.CreateBuilder();

        builder.AddTelemetry();

        Assert.DoesNotContain(builder.Services, service => service.ServiceType == typeof(MeterProvider));
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>What host.json and the Dockerfile count on is what the templates give.</summary>
public class HostSettingsTests(Deployed deployed)
{
    private static readonly JsonNode DurableTask = JsonNode.Parse(Repository.Read("host.json"))!["extensions"]!["durableTask"]!;

    [Fact]
    public void Backend_ByDefault_IsTheHostsOwnStorage()
    {
        Assert.Equal("AzureStorage", DurableTask["storageProvider"]!["type"]!.GetValue<string>());
        Assert.Contains($"{DurableTask["storageProvider"]!["connectionName"]!.GetValue<string>()}__accountName", Settings());
        Assert.Contains(DurableTask["hubName"]!.GetValue<string>().Trim('%'), Settings());
    }

    [Fact]
    public void Backend_OnOneMachine_IsTheStorageEmulator()
    {
        var values = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!;

        Assert.Equal("UseDevelopmentStorage=true", values[DurableTask["storageProvider"]!["connectionName"]!.GetValue<string>()]!.GetValue<string>());
    }

    [Fact]
    public void Telemetry_OfHost_IsOpenTelemetryWithoutInputs()
    {
        Assert.Equal("OpenTelemetry", JsonNode.Parse(Repository.Read("host.json"))!["telemetryMode"]!.GetValue<string>());
        Assert.False(DurableTask["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>());
    }

    [Fact]
    public void Version_OfOrchestrations_IsTakenByTheSameOrNewerCodeOnly()
    {
        Assert.Matches(@"^\d+\.\d+$", DurableTask["defaultVersion"]!.GetValue<string>());
        Assert.Equal("CurrentOrOlder", DurableTask["versionMatchStrategy"]!.GetValue<string>());
        Assert.Equal("Reject", DurableTask["versionFailureStrategy"]!.GetValue<string>());
    }

    [Fact]
    public void Functions_OnFlexConsumption_RunDotNet10Isolated()
    {
        var app = Assert.Single(deployed.OfType("prod", "Microsoft.Web/sites"));

        Assert.Equal("dotnet-isolated 10.0", $"{app.Text("properties.functionAppConfig.runtime.name")} {app.Text("properties.functionAppConfig.runtime.version")}");
        Assert.Equal("FC1", Assert.Single(deployed.OfType("prod", "Microsoft.Web/serverfarms")).Text("sku.name"));
    }

    [Fact]
    public void Image_OfTheConsole_IsChiselledAndNotRoot()
    {
        var last = Repository.Read("web/Dockerfile").Split("FROM ")[^1];

        Assert.Matches(new Regex(@"^mcr\.microsoft\.com/dotnet/aspnet:10\.0-\w+-chiseled\n"), last);
        Assert.Contains("\nUSER $APP_UID\n", last, StringComparison.Ordinal);
        Assert.Contains("\nEXPOSE 8080\n", last, StringComparison.Ordinal);
        Assert.Equal(8080, Assert.Single(deployed.OfType("prod", "Microsoft.App/containerApps")).Number("properties.configuration.ingress.targetPort"));
    }

    private string[] Settings() =>
        [.. Assert.Single(deployed.OfType("prod", "Microsoft.Web/sites")).At("properties.siteConfig.appSettings")!.AsArray().Select(setting => setting!["name"]!.GetValue<string>())];
}

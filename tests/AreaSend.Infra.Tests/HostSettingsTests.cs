using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>What host.json and the Dockerfile count on is what the templates give.</summary>
public class HostSettingsTests(Deployed deployed)
{
    private static readonly JsonNode DurableTask = JsonNode.Parse(Repository.Read("host.json"))!["extensions"]!["durableTask"]!;

    private const string Override = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    [Fact]
    public void Backend_ByDefault_IsTheRuntimeStorageByIdentity()
    {
        Assert.Equal("AzureStorage", DurableTask["storageProvider"]!["type"]!.GetValue<string>());
        var connection = DurableTask["storageProvider"]!["connectionName"]!.GetValue<string>();

        var settings = Settings("prod");
        Assert.Contains("runtimeStorage-", settings[$"{connection}__accountName"], StringComparison.Ordinal);
        Assert.Equal("managedidentity", settings[$"{connection}__credential"]);
        Assert.Equal("inspections", settings[DurableTask["hubName"]!.GetValue<string>().Trim('%')]);
        Assert.DoesNotContain(settings.Keys, name => name.StartsWith(Override, StringComparison.Ordinal));
        Assert.DoesNotContain(deployed["prod"], each => each.Type.StartsWith("Microsoft.DurableTask/", StringComparison.Ordinal));
    }

    [Fact]
    public void Backend_WhereTheSchedulerIsChosen_IsTheScheduler()
    {
        var settings = Settings(Deployed.WithScheduler);

        Assert.Equal("azureManaged", settings[$"{Override}type"]);
        Assert.Contains("Authentication=ManagedIdentity", settings[settings[$"{Override}connectionStringName"]], StringComparison.Ordinal);
        var hub = Assert.Single(deployed.OfType(Deployed.WithScheduler, "Microsoft.DurableTask/schedulers/taskHubs"));
        Assert.Equal(hub.Name.Split('/')[^1], settings["TASKHUB_NAME"]);
    }

    [Fact]
    public void Backend_OnOneMachine_IsTheEmulator() =>
        Assert.Equal("UseDevelopmentStorage=true", JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!["AzureWebJobsStorage"]!.GetValue<string>());

    /// <summary>Verdicts and arrivals come by one connection, which takes both services of that account.</summary>
    [Fact]
    public void Uploads_Connection_ReachesBlobsAndQueues() =>
        Assert.Superset(new HashSet<string> { "Uploads__blobServiceUri", "Uploads__queueServiceUri", "Uploads__credential", "Uploads__clientId" }, Settings("prod").Keys.ToHashSet());

    /// <summary>
    /// What a server gives to its users, by Azure's documentation of PostgreSQL's limits. Flex Consumption counts instances by group: HTTP, blobs,
    /// orchestrations and each of the two queues scale to the maximum; each of the three timers runs in one.
    /// </summary>
    [Theory]
    [InlineData("dev", "Standard_B2s", 414)]
    [InlineData("prod", "Standard_D2ds_v5", 844)]
    public void Connections_AtTheMost_AreFewerThanTheDatabaseGives(string stage, string sku, int given)
    {
        Assert.Equal(sku, Assert.Single(deployed.OfType(stage, "Microsoft.DBforPostgreSQL/flexibleServers")).Text("sku.name"));
        var functions = Assert.Single(deployed.OfType(stage, "Microsoft.Web/sites"));
        var instances = (5 * functions.Number("properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount")!.Value) + 3;
        var console = Assert.Single(deployed.OfType(stage, "Microsoft.App/containerApps"));
        var replicas = console.Number("properties.template.scale.maxReplicas")!.Value;

        Assert.InRange((instances * PoolSize(Settings(stage))) + (replicas * PoolSize(Environment(console))), 1, given);

        // Name and value are held together by an expression: the server's address is known only once there is a server.
        static int PoolSize(IReadOnlyDictionary<string, string> settings) =>
            int.Parse(Regex.Match(settings["AreaSend__Store__ConnectionString"], @"Maximum Pool Size=\{2\}'.* (\d+)\)\]$").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Placeholder_OnTheFirstDay_IsNotAskedForItsHealth()
    {
        var console = Assert.Single(deployed.OfType(Deployed.FirstDay, "Microsoft.App/containerApps")).At("properties.template.containers")![0]!;

        Assert.StartsWith("mcr.microsoft.com/dotnet/samples:", console["image"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(console["probes"]!.AsArray());
    }

    [Fact]
    public void Console_Image_IsAskedForItsHealth()
    {
        var console = Assert.Single(deployed.OfType("prod", "Microsoft.App/containerApps")).At("properties.template.containers")![0]!;

        Assert.Equal("areasend.azurecr.io/web:1", console["image"]!.GetValue<string>());
        Assert.Equal(["Startup", "Liveness", "Readiness"], console["probes"]!.AsArray().Select(each => each!["type"]!.GetValue<string>()));
        Assert.Equal(["/health/live", "/health/live", "/health"], console["probes"]!.AsArray().Select(each => each!["httpGet"]!["path"]!.GetValue<string>()));
    }

    /// <summary>The console is known to the Functions app by its identity: nobody copies a key, and a token of anybody else is refused.</summary>
    [Fact]
    public void Console_AsksTheFunctions_ByItsIdentity()
    {
        var signIn = Assert.Single(deployed.OfType("prod", "Microsoft.Web/sites/config"), each => each.Name.EndsWith("/authsettingsV2", StringComparison.Ordinal));
        var entra = signIn.At("properties.identityProviders.azureActiveDirectory")!;
        var audience = Environment(Assert.Single(deployed.OfType("prod", "Microsoft.App/containerApps")))["AreaSend__Functions__Audience"];

        Assert.True(signIn.Flag("properties.platform.enabled"));
        Assert.Contains(audience, entra["validation"]!["allowedAudiences"]!.AsArray().Select(each => each!.GetValue<string>()));
        var policy = entra["validation"]!["defaultAuthorizationPolicy"]!;
        Assert.Contains("webPrincipalId", Assert.Single(policy["allowedPrincipals"]!["identities"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("webClientId", Assert.Single(policy["allowedApplications"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("webPrincipalId", Settings("prod")["AreaSend__Functions__Caller"], StringComparison.Ordinal);
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

    // What a form with files was told lies in the memory of the replica that took it.
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Replicas_OfTheConsole_KeepTheirBrowsers(string stage) =>
        Assert.Equal("sticky", Assert.Single(deployed.OfType(stage, "Microsoft.App/containerApps")).Text("properties.configuration.ingress.stickySessions.affinity"));

    private Dictionary<string, string> Settings(string stage) => ByName(Assert.Single(deployed.OfType(stage, "Microsoft.Web/sites")).At("properties.siteConfig.appSettings")!);

    private static Dictionary<string, string> Environment(Resource console) => ByName(console.At("properties.template.containers")![0]!["env"]!);

    private static Dictionary<string, string> ByName(JsonNode settings) =>
        settings.AsArray().ToDictionary(setting => setting!["name"]!.GetValue<string>(), setting => setting!["value"]!.GetValue<string>());
}

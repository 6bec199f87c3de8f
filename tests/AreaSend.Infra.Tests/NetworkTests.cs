using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>What can be reached from where, and that it is always over TLS.</summary>
public class NetworkTests(Deployed deployed)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Traffic_Everywhere_IsOverTls(string stage)
    {
        var functions = Assert.Single(deployed.OfType(stage, "Microsoft.Web/sites"));
        Assert.True(functions.Flag("properties.httpsOnly"));
        Assert.Equal("1.2", functions.Text("properties.siteConfig.minTlsVersion"));
        Assert.False(Assert.Single(deployed.OfType(stage, "Microsoft.App/containerApps")).Flag("properties.configuration.ingress.allowInsecure"));

        var database = deployed.OfType(stage, "Microsoft.DBforPostgreSQL/flexibleServers/configurations").ToDictionary(each => each.Name.Split('/')[1], each => each.Text("properties.value"));
        Assert.Equal("on", database["require_secure_transport"]);
        Assert.Equal("TLSv1.2", database["ssl_min_protocol_version"]);
    }

    [Theory]
    [InlineData("Microsoft.KeyVault/vaults", "properties.publicNetworkAccess")]
    [InlineData("Microsoft.DBforPostgreSQL/flexibleServers", "properties.network.publicNetworkAccess")]
    public void Production_Service_IsClosedToTheInternet(string type, string path)
    {
        Assert.Equal("Disabled", Assert.Single(deployed.OfType("prod", type)).Text(path));
        Assert.Equal("Enabled", Assert.Single(deployed.OfType("dev", type)).Text(path));
    }

    [Fact]
    public void Production_StorageOfTheHost_IsClosedAndUploadsAreOpen()
    {
        var open = deployed.OfType("prod", "Microsoft.Storage/storageAccounts").ToDictionary(account => account.Name[..4], account => account.Text("properties.publicNetworkAccess"));

        Assert.Equal("Disabled", open["strt"]);
        Assert.Equal("Enabled", open["stup"]);
    }

    [Fact]
    public void PrivateEndpoints_AreByParameter()
    {
        var groups = Groups("prod");

        Assert.Equal(["blob", "postgresqlServer", "queue", "table", "vault"], groups.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(deployed["dev"], resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
    }

    [Fact]
    public void Scheduler_WhereItIsChosen_IsReachedPrivately()
    {
        Assert.Equal("Disabled", Assert.Single(deployed.OfType(Deployed.WithScheduler, "Microsoft.DurableTask/schedulers")).Text("properties.publicNetworkAccess"));
        Assert.Contains("scheduler", Groups(Deployed.WithScheduler));
        Assert.Contains(deployed.OfType(Deployed.WithScheduler, "Microsoft.Network/privateDnsZones"), zone => zone.Name == "privatelink.durabletask.io");
        Assert.DoesNotContain(deployed.OfType("prod", "Microsoft.Network/privateDnsZones"), zone => zone.Name == "privatelink.durabletask.io");
    }

    /// <summary>infra/README.md names what stays open in production. Whatever else has such a switch is closed.</summary>
    [Fact]
    public void Open_InProduction_IsWhatTheReadmeNames()
    {
        var open = deployed["prod"]
            .Where(each => (each.Text("properties.publicNetworkAccess") ?? each.Text("properties.network.publicNetworkAccess")) != "Disabled")
            .Where(each => Closable.Contains(each.Type))
            .Select(each => each.Type)
            .Distinct();

        Assert.Equal(
            ["Microsoft.App/containerApps", "Microsoft.ContainerRegistry/registries", "Microsoft.EventGrid/topics", "Microsoft.Insights/components",
                "Microsoft.OperationalInsights/workspaces", "Microsoft.Storage/storageAccounts", "Microsoft.Web/sites"],
            open.Order(StringComparer.Ordinal));
        var says = Repository.Read("infra/README.md");
        Assert.All(["console", "Functions app", "registry", "Event Grid", "Application Insights", "Log Analytics", "Uploads"], each => Assert.Contains($"**{each}**", says, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_IsInTheUnitedKingdom() =>
        Assert.All(deployed["prod"].Where(resource => resource.Text("location") is not null), resource => Assert.True(resource.Text("location") is "uksouth" or "global", resource.Text("location")));

    private static readonly HashSet<string> Closable =
    [
        "Microsoft.App/containerApps", "Microsoft.ContainerRegistry/registries", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.EventGrid/topics", "Microsoft.Insights/components",
        "Microsoft.KeyVault/vaults", "Microsoft.OperationalInsights/workspaces", "Microsoft.Storage/storageAccounts", "Microsoft.Web/sites",
    ];

    private IEnumerable<string> Groups(string stage) => deployed.OfType(stage, "Microsoft.Network/privateEndpoints")
        .Select(endpoint => endpoint.At("properties.privateLinkServiceConnections")![0]!["properties"]!["groupIds"]![0]!.GetValue<string>());
}

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
    [InlineData("Microsoft.DurableTask/schedulers", "properties.publicNetworkAccess")]
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
        var groups = deployed.OfType("prod", "Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.At("properties.privateLinkServiceConnections")![0]!["properties"]!["groupIds"]![0]!.GetValue<string>());

        Assert.Equal(["blob", "postgresqlServer", "queue", "scheduler", "table", "vault"], groups.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(deployed["dev"], resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_IsInTheUnitedKingdom() =>
        Assert.All(deployed["prod"].Where(resource => resource.Text("location") is not null), resource => Assert.Contains(resource.Text("location"), new[] { "uksouth", "global" }));
}

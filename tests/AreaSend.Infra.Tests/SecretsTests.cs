using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AreaSend.Infra.Tests;

/// <summary>There is not one secret to leak: everything signs in by identity.</summary>
public partial class SecretsTests(Deployed deployed)
{
    [Fact]
    public async Task Outputs_OfEveryTemplate_HoldNoSecret()
    {
        var said = await Bicep.RunAsync(InfraFiles.Folder, "build", "main.bicep", "--stdout");
        Assert.Equal((0, ""), (said.Status, said.Complaints));

        var outputs = OutputsOf(JsonNode.Parse(said.Output)!).ToArray();
        Assert.Contains(outputs, output => output.StartsWith("blobEndpoint ", StringComparison.Ordinal));
        Assert.DoesNotContain(outputs, output => SecretLike().IsMatch(output));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Settings_OfFunctions_AreIdentitiesOrPlacesInTheVault(string stage)
    {
        var settings = Assert.Single(deployed.OfType(stage, "Microsoft.Web/sites")).At("properties.siteConfig.appSettings")!.ToJsonString();

        Assert.DoesNotContain("AccountKey", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Password", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", settings, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("AzureWebJobsStorage__credential", settings, StringComparison.Ordinal);
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", settings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Console_NeedsNoSecret(string stage)
    {
        var console = Assert.Single(deployed.OfType(stage, "Microsoft.App/containerApps"));

        Assert.Null(console.At("properties.configuration.secrets"));
        Assert.DoesNotContain("secretRef", console.Json.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Where it writes to areas itself, its identity reads the one key from the vault: no value of it is in the template.</summary>
    [Fact]
    public void Console_ThatSendsLinksToRooms_ReadsTheKeyFromTheVault()
    {
        var console = Assert.Single(deployed.OfType(Deployed.WithGettingReady, "Microsoft.App/containerApps"));

        var secret = Assert.Single(console.At("properties.configuration.secrets")!.AsArray())!;
        Assert.Equal("sendgrid-api-key", secret["name"]!.GetValue<string>());
        Assert.Contains("'sendgrid-api-key'", secret["keyVaultUrl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(secret["value"]);
        var settings = console.At("properties.template.containers")![0]!["env"]!.AsArray().ToDictionary(setting => setting!["name"]!.GetValue<string>(), setting => (setting!["value"] ?? setting["secretRef"])!.GetValue<string>());
        Assert.Equal("sendgrid-api-key", settings["AreaSend__Mail__SendGrid__ApiKey"]);
        Assert.Equal("SendGrid", settings["AreaSend__Mail__Sender"]);
        Assert.Equal("getting-ready@example.org", settings["AreaSend__GettingReady__From"]);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Vault_Secrets_AreGuardedByRolesAndCannotBePurged(string stage)
    {
        var vault = Assert.Single(deployed.OfType(stage, "Microsoft.KeyVault/vaults"));

        Assert.True(vault.Flag("properties.enableRbacAuthorization"));
        Assert.True(vault.Flag("properties.enablePurgeProtection"));
        Assert.DoesNotContain(deployed[stage], resource => resource.Type == "Microsoft.KeyVault/vaults/secrets");
    }

    [Fact]
    public void LocalSignIn_OfEveryService_IsOff()
    {
        Assert.Equal("Disabled", Assert.Single(deployed.OfType("prod", "Microsoft.DBforPostgreSQL/flexibleServers")).Text("properties.authConfig.passwordAuth"));
        Assert.False(Assert.Single(deployed.OfType("prod", "Microsoft.ContainerRegistry/registries")).Flag("properties.adminUserEnabled"));
        Assert.True(Assert.Single(deployed.OfType("prod", "Microsoft.Insights/components")).Flag("properties.DisableLocalAuth"));
        Assert.True(Assert.Single(deployed.OfType("prod", "Microsoft.EventGrid/topics")).Flag("properties.disableLocalAuth"));
        Assert.All(deployed.OfType("prod", "Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False(policy.Flag("properties.allow")));
    }

    // A module is a resource of its parent with a template of its own.
    private static IEnumerable<string> OutputsOf(JsonNode template)
    {
        var own = template["outputs"]?.AsObject().Select(output => $"{output.Key} {output.Value!.ToJsonString()}") ?? [];
        var resources = template["resources"] as JsonObject ?? [];
        return own.Concat(resources.Select(resource => resource.Value?["properties"]?["template"]).OfType<JsonNode>().SelectMany(OutputsOf));
    }

    [GeneratedRegex("listKeys|listSecrets|ConnectionString|password|AccountKey|sig=|instrumentationKey", RegexOptions.IgnoreCase)]
    private static partial Regex SecretLike();
}

namespace AreaSend.Infra.Tests;

/// <summary>Documents: no keys, nothing lost, nothing kept for ever, and everything scanned.</summary>
public class StorageTests(Deployed deployed)
{
    public static TheoryData<string> Stages => [.. Deployed.Stages];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Accounts_SharedKeysAndPublicBlobs_AreRefused(string stage) =>
        Assert.All(deployed.OfType(stage, "Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False(account.Flag("properties.allowSharedKeyAccess"));
            Assert.False(account.Flag("properties.allowBlobPublicAccess"));
            Assert.True(account.Flag("properties.supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
        });

    [Theory]
    [MemberData(nameof(Stages))]
    public void Containers_Anonymous_SeesNothing(string stage) =>
        Assert.All(deployed.OfType(stage, "Microsoft.Storage/storageAccounts/blobServices/containers"), container => Assert.Equal("None", container.Text("properties.publicAccess")));

    [Theory]
    [MemberData(nameof(Stages))]
    public void Documents_DeletedOrReplaced_CanBeBroughtBack(string stage)
    {
        var documents = Blobs(stage, "stup");

        Assert.True(documents.Flag("properties.isVersioningEnabled"));
        Assert.True(documents.Flag("properties.deleteRetentionPolicy.enabled"));
        Assert.True(documents.Flag("properties.containerDeleteRetentionPolicy.enabled"));
        Assert.InRange(documents.Number("properties.deleteRetentionPolicy.days") ?? 0, 7, 365);
    }

    /// <summary>Leases and timers of the host are written every few seconds: with versions, or deleted ones kept, they would pile up for ever.</summary>
    [Theory]
    [MemberData(nameof(Stages))]
    public void Runtime_Versions_AreNotKept(string stage)
    {
        var runtime = Blobs(stage, "strt");

        Assert.False(runtime.Flag("properties.isVersioningEnabled"));
        Assert.False(runtime.Flag("properties.deleteRetentionPolicy.enabled"));
    }

    /// <summary>Whoever reads a document, a secret or the database, and whoever is turned away at the Functions app, leaves a line.</summary>
    [Theory]
    [InlineData("Microsoft.KeyVault/vaults", "audit")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "StorageRead")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "StorageDelete")]
    [InlineData("Microsoft.Storage/storageAccounts/queueServices", "StorageWrite")]
    [InlineData("Microsoft.DBforPostgreSQL/flexibleServers", "audit")]
    [InlineData("Microsoft.Web/sites", "AppServiceAuthenticationLogs")]
    [InlineData("Microsoft.ContainerRegistry/registries", "audit")]
    [InlineData("Microsoft.EventGrid/topics", "DeliveryFailures")]
    [InlineData("Microsoft.EventGrid/systemTopics", "DeliveryFailures")]
    public void Diagnostics_OfEachService_GoToTheWorkspace(string service, string log)
    {
        var settings = deployed.OfType("prod", "Microsoft.Insights/diagnosticSettings")
            .Where(each => ScopeOf(each) == service)
            .SelectMany(each => each.At("properties.logs")!.AsArray())
            .Where(each => each!["enabled"]!.GetValue<bool>())
            .Select(each => (each!["category"] ?? each["categoryGroup"])!.GetValue<string>());

        Assert.Contains(log, settings);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Lifecycle_VersionsAndDocuments_EndWithRetention(string stage)
    {
        var rule = deployed.OfType(stage, "Microsoft.Storage/storageAccounts/managementPolicies").Single().At("properties.policy.rules")!.AsArray()
            .Single(each => each!["name"]!.GetValue<string>() == "retention")!;

        var actions = rule["definition"]!["actions"]!;
        Assert.True(actions["baseBlob"]!["delete"]!["daysAfterModificationGreaterThan"]!.GetValue<int>() > 0);
        Assert.True(actions["version"]!["delete"]!["daysAfterCreationGreaterThan"]!.GetValue<int>() > 0);
        Assert.Equal(["quarantine/", "documents/"], rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Select(each => each!.GetValue<string>()));
    }

    /// <summary>Checkpoints: nobody can change or delete one for as long as documents can be there, and the console is told where and with which key.</summary>
    [Theory]
    [InlineData("dev", 7)]
    [InlineData("prod", 2600)]
    public void Checkpoints_OnceWritten_StayAsTheyAre(string stage, int days)
    {
        var policy = Assert.Single(deployed.OfType(stage, "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        var key = Assert.Single(deployed.OfType(stage, "Microsoft.KeyVault/vaults/keys"));
        var console = Assert.Single(deployed.OfType(stage, "Microsoft.App/containerApps")).At("properties.template.containers")![0]!["env"]!.AsArray()
            .ToDictionary(setting => setting!["name"]!.GetValue<string>(), setting => setting!["value"]!.GetValue<string>());

        Assert.EndsWith("/default/checkpoints/default", policy.Name, StringComparison.Ordinal);
        Assert.Equal(days, policy.Number("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.False(policy.Flag("properties.allowProtectedAppendWrites"));
        Assert.Equal(("EC", "P-256"), (key.Text("properties.kty"), key.Text("properties.curveName")));
        Assert.Contains("checkpoints", console["AreaSend__Checkpoints__Container"], StringComparison.Ordinal);
        Assert.Contains("checkpointsKey", console["AreaSend__Checkpoints__VaultKey"], StringComparison.Ordinal);
    }

    [Fact]
    public void Cors_Production_AllowsTheConsoleAlone()
    {
        var rules = deployed.OfType("prod", "Microsoft.Storage/storageAccounts/blobServices").SelectMany(blobs => blobs.At("properties.cors.corsRules")?.AsArray() ?? []);

        var rule = Assert.Single(rules)!;
        Assert.Equal("https://areasend.example.org", Assert.Single(rule["allowedOrigins"]!.AsArray())!.GetValue<string>());
        Assert.Equal(["PUT", "OPTIONS"], rule["allowedMethods"]!.AsArray().Select(each => each!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Defender_Uploads_AreScannedUpToACap(string stage)
    {
        var defender = Assert.Single(deployed.OfType(stage, "Microsoft.Security/defenderForStorageSettings"));

        Assert.True(defender.Flag("properties.isEnabled"));
        Assert.True(defender.Flag("properties.malwareScanning.onUpload.isEnabled"));
        Assert.True(defender.Number("properties.malwareScanning.onUpload.capGBPerMonth") > 0);
        Assert.Contains("Microsoft.EventGrid/topics", defender.Text("properties.malwareScanning.scanResultsEventGridTopicResourceId"), StringComparison.Ordinal);
    }

    private Resource Blobs(string stage, string account) =>
        Assert.Single(deployed.OfType(stage, "Microsoft.Storage/storageAccounts/blobServices"), each => each.Name.StartsWith(account, StringComparison.Ordinal));

    // The types of the resource that a setting is put on, without their names; where a name is known only later, the id is an expression that names the type.
    private static string ScopeOf(Resource setting)
    {
        var id = setting.Json["id"]!.GetValue<string>();
        if (id.StartsWith('['))
        {
            return id.Split('\'').First(part => part.StartsWith("Microsoft.", StringComparison.Ordinal));
        }

        var parts = id.Split("/providers/")[^2].Split('/');
        return string.Join('/', parts.Where((_, place) => place == 0 || place % 2 == 1));
    }
}

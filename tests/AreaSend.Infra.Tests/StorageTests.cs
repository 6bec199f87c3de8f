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
    public void Blobs_DeletedOrReplaced_CanBeBroughtBack(string stage) =>
        Assert.All(deployed.OfType(stage, "Microsoft.Storage/storageAccounts/blobServices"), blobs =>
        {
            Assert.True(blobs.Flag("properties.isVersioningEnabled"));
            Assert.True(blobs.Flag("properties.deleteRetentionPolicy.enabled"));
            Assert.True(blobs.Flag("properties.containerDeleteRetentionPolicy.enabled"));
            Assert.InRange(blobs.Number("properties.deleteRetentionPolicy.days") ?? 0, 7, 365);
        });

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
}

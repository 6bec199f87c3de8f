using System.Text.Json.Nodes;
using AreaSend.Functions.Triggers;

namespace AreaSend.Functions.Tests.Published;

/// <summary>What the platform reads of the published app before it runs any of it.</summary>
public class PublishedAppTests(PublishedApp app)
{
    // Every function with its trigger, and what the trigger listens to. A connection is a prefix of settings that infra/ gives.
    internal static readonly string[] Expected =
    [
        "Advance: activityTrigger",
        "AnnexAUploaded: blobTrigger quarantine/{name} of Uploads by EventGrid",
        "Disseminate: activityTrigger",
        "EmailEvents: httpTrigger email-events for Anonymous",
        "FollowUp: orchestrationTrigger",
        "InspectionChanged: queueTrigger inspection-changed of AzureWebJobsStorage",
        "InspectionOrchestrator: orchestrationTrigger",
        "InspectionStatus: httpTrigger inspections/{id:guid}/status for Function",
        "Inspections: httpTrigger inspections for Function",
        "Keeping: timerTrigger 0 45 2 * * *",
        "MalwareVerdict: queueTrigger malware-verdicts of Uploads",
        "NotifyReceipts: httpTrigger notify-receipts for Anonymous",
        "OpenApi: httpTrigger openapi.json for Anonymous",
        "PlanChain: orchestrationTrigger",
        "Reconcile: timerTrigger 0 */15 * * * *",
        "RefreshBankHolidays: timerTrigger 0 0 5,6 * * *",
        "ReportChain: orchestrationTrigger",
        "Retention: timerTrigger 0 30 2 * * *",
        "ScanUpload: activityTrigger",
        "SendNotice: activityTrigger",
        "StatusForConsole: httpTrigger console/inspections/{id:guid}/status for Anonymous",
        "SweepUploads: timerTrigger 0 7/15 * * * *",
        "ThreeWeekTimeline: orchestrationTrigger",
    ];

    [Fact]
    public async Task Metadata_Functions_AreTheseWithTheirTriggers()
    {
        var functions = (await app.ReadAsync("functions.metadata")).AsArray();

        Assert.Equal(Expected, functions.Select(function => Show(function!)).Order(StringComparer.Ordinal));
        Assert.All(functions, function => Assert.Equal("AreaSend.Functions.dll dotnet-isolated", $"{function!["scriptFile"]} {function["language"]}"));
    }

    // Each kind of trigger and the durable client need their extension in the host; HTTP is the host's own.
    [Fact]
    public async Task Extensions_OfTheHost_AreThoseOfTheTriggersAndLieWhereTheyAreSaidTo()
    {
        var extensions = (await app.ReadAsync("extensions.json"))["extensions"]!.AsArray();
        var folder = await app.FolderAsync();

        Assert.Superset(
            new HashSet<string> { "AzureStorageBlobs", "AzureStorageQueues", "DurableTask" }, extensions.Select(extension => extension!["name"]!.GetValue<string>()).ToHashSet());
        Assert.All(extensions, extension => Assert.True(File.Exists(Path.Combine(folder, extension!["hintPath"]!.GetValue<string>())), extension!.ToJsonString()));
    }

    [Fact]
    public async Task Worker_Config_StartsTheApp()
    {
        var description = (await app.ReadAsync("worker.config.json"))["description"]!;

        Assert.Equal("dotnet-isolated dotnet AreaSend.Functions.dll", $"{description["language"]} {description["defaultExecutablePath"]} {description["defaultWorkerPath"]}");
        Assert.True(File.Exists(Path.Combine(await app.FolderAsync(), "AreaSend.Functions.dll")));
    }

    // Keys that the Azure Storage backend reads; one that it does not know, it would pass over without a word.
    [Fact]
    public async Task Host_Settings_AreThoseOfAzureStorage()
    {
        var durable = (await app.ReadAsync("host.json"))["extensions"]!["durableTask"]!.AsObject();

        Assert.Equal("""{"type":"AzureStorage","connectionName":"AzureWebJobsStorage"}""", durable["storageProvider"]!.ToJsonString());
        Assert.True(File.Exists(Path.Combine(await app.FolderAsync(), ".azurefunctions", "DurableTask.AzureStorage.dll")));
        Assert.Equal("base64", (await app.ReadAsync("host.json"))["extensions"]!["queues"]!["messageEncoding"]!.GetValue<string>());
        Assert.False(File.Exists(Path.Combine(await app.FolderAsync(), "local.settings.json")));
    }

    internal static string Show(JsonNode function)
    {
        var trigger = Assert.Single(function["bindings"]!.AsArray(), binding => binding!["type"]!.GetValue<string>().EndsWith("Trigger", StringComparison.Ordinal))!;
        string? Of(string key) => trigger[key]?.GetValue<string>();
        var listens = Of("type") switch
        {
            "queueTrigger" => $" {Of("queueName")} of {Of("connection")}",
            "blobTrigger" => $" {Of("path")} of {Of("connection")} by {Of("source")}",
            "timerTrigger" => $" {Of("schedule")}",
            "httpTrigger" => $" {Of("route")} for {Of("authLevel")}",
            _ => "",
        };
        return $"{function["name"]}: {Of("type")}{listens}";
    }
}

using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>Event Grid tells the functions that a document arrived, and lays what Defender found into their queue; what it cannot deliver is kept.</summary>
public class EventTests(Deployed deployed)
{
    [Fact]
    public void Arrival_BlobInQuarantine_WakesTheBlobTrigger()
    {
        var arrived = Assert.Single(deployed.OfType("prod", "Microsoft.EventGrid/systemTopics/eventSubscriptions"));

        Assert.Equal("Microsoft.Storage.BlobCreated", Assert.Single(arrived.At("properties.filter.includedEventTypes")!.AsArray())!.GetValue<string>());
        Assert.Equal("/blobServices/default/containers/quarantine/blobs/", arrived.Text("properties.filter.subjectBeginsWith"));
        Assert.Contains("functionName=Host.Functions.AnnexAUploaded", arrived.Text("properties.destination.properties.endpointUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_Scan_WaitsInTheQueueThatMalwareVerdictReads()
    {
        var judged = Assert.Single(deployed.OfType("prod", "Microsoft.EventGrid/topics/eventSubscriptions"));

        Assert.Equal("Microsoft.Security.MalwareScanningResult", Assert.Single(judged.At("properties.filter.includedEventTypes")!.AsArray())!.GetValue<string>());
        Assert.Null(judged.At("properties.destination"));
        Assert.Equal("SystemAssigned", judged.Text("properties.deliveryWithResourceIdentity.identity.type"));
        Assert.Equal("StorageQueue", judged.Text("properties.deliveryWithResourceIdentity.destination.endpointType"));
        Assert.Equal("malware-verdicts", judged.Text("properties.deliveryWithResourceIdentity.destination.properties.queueName"));
        Assert.Contains("uploads-", judged.Text("properties.deliveryWithResourceIdentity.destination.properties.resourceId"), StringComparison.Ordinal);
    }

    /// <summary>The runtime's account lets Event Grid in nowhere in production; the uploads' account does, and knows the queue.</summary>
    [Theory]
    [InlineData("stup", "malware-verdicts")]
    [InlineData("strt", "inspection-changed")]
    public void Queues_OfEachAccount_AreThese(string account, string queue) =>
        Assert.Equal(
            $"{account}/default/{queue}",
            Regex.Replace(Assert.Single(deployed.OfType("prod", "Microsoft.Storage/storageAccounts/queueServices/queues"), each => each.Name.StartsWith(account, StringComparison.Ordinal)).Name, "^(....)[^/]*", "$1"));

    /// <summary>A verdict that comes while no function runs, or before any was deployed, waits without end.</summary>
    [Fact]
    public void Verdict_BeforeTheFunctionsAreDeployed_WaitsWithoutEnd()
    {
        var judged = Assert.Single(deployed.OfType(Deployed.FirstDay, "Microsoft.EventGrid/topics/eventSubscriptions"));

        Assert.Equal(-1, judged.Number("properties.deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds"));
        Assert.DoesNotContain(deployed[Deployed.FirstDay], each => each.Type == "Microsoft.EventGrid/systemTopics/eventSubscriptions");
    }

    [Theory]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions")]
    [InlineData("Microsoft.EventGrid/topics/eventSubscriptions")]
    public void Undelivered_Event_IsKeptAsADeadLetter(string type) =>
        Assert.All(deployed.OfType("prod", type), subscription =>
        {
            Assert.Equal("dead-letters", subscription.Text("properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
            Assert.Equal("SystemAssigned", subscription.Text("properties.deadLetterWithResourceIdentity.identity.type"));
        });

    [Theory]
    [InlineData("azure.yaml", "functions:", "Microsoft.Web/sites", "functions")]
    [InlineData("azure.yaml", "web:", "Microsoft.App/containerApps", "web")]
    public void Services_OfAzureYaml_FindWhereTheyGo(string file, string line, string type, string service)
    {
        Assert.Contains($"\n  {line}\n", Repository.Read(file), StringComparison.Ordinal);
        Assert.Equal(service, Assert.Single(deployed.OfType("prod", type)).Text("tags.azd-service-name"));
    }
}

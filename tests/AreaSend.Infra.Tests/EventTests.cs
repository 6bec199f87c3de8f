using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>Event Grid tells the functions that a document arrived and what Defender found; what it cannot deliver is kept.</summary>
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
    public void Verdict_Scan_WakesMalwareVerdict()
    {
        var judged = Assert.Single(deployed.OfType("prod", "Microsoft.EventGrid/topics/eventSubscriptions"));

        Assert.Equal("Microsoft.Security.MalwareScanningResult", Assert.Single(judged.At("properties.filter.includedEventTypes")!.AsArray())!.GetValue<string>());
        Assert.Equal("AzureFunction", judged.Text("properties.destination.endpointType"));
        Assert.Contains("'MalwareVerdict'", judged.Text("properties.destination.properties.resourceId"), StringComparison.Ordinal);
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

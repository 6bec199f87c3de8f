using AreaSend.Testing;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>Many dates at one instant, with the limits that Azure sets. The same with two hundred is a figure of <c>bench/</c>.</summary>
public class StormTests(PostgresServer server, StorageAccount account)
{
    [Fact]
    public async Task Notification_ThirtyInspectionsAtOneInstant_EachNoticeLeavesOnce()
    {
        var storm = await Storm.RunAsync(30, account, server);

        Assert.Equal((120, 120), (storm.Sent.Count, storm.Notices));
        Assert.Distinct(storm.Sent);

        // One look finds what is due, one more that it is done; a few come again when a notice or a message is in two hands.
        Assert.InRange(storm.Looks, 30, 120);
    }
}

using AreaSend.Conformance;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>A hub in a storage account, whose hosts are lost one after the other. Mostly it waits until storage takes for lost what they had in hand.</summary>
public class LastingHubTests(PostgresServer server, StorageAccount account)
{
    // Nobody reconciles here: what a lost host had in hand, the hub itself hands out again.
    [Fact]
    public async Task Play_HostLostAfterEveryActivity_GoesAsExpected()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, services => services.AddBankHolidays());
        await using var engine = new DurableRun(store, activitiesOfAHost: 1, await AzureStorageHub.CreateAsync(account));

        var stages = await new Play(Scripts.ThreeWeeks, store, engine).RunAsync("888");

        await Course.AssertAsync(Scripts.ThreeWeeks, stages);
        Assert.True(engine.Hosts > 30, $"Only {engine.Hosts} hosts were lost.");
    }
}

using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

/// <summary>On PostgreSQL a question that locks its rows does so: two workers never have the same work in hand.</summary>
public class RowLocksTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    private static readonly FormattableString Waits =
        $"""SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """;

    [Fact]
    public async Task SkipLocked_ARowIsInHand_PassesOverIt()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        var (first, second) = (await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "302"));
        await using var one = store.Database.Open();
        await using var inHand = await one.Database.BeginTransactionAsync();
        Assert.Equal([first], await one.Inspections.Where(row => row.Id == first).TagWith(RowLocks.SkipLocked).Select(row => row.Id).ToListAsync());

        await using var other = store.Database.Open();
        Assert.Equal([second], await other.Inspections.OrderBy(row => row.Area).TagWith(RowLocks.SkipLocked).Select(row => row.Id).ToListAsync());
        Assert.Equal(2, await other.Inspections.CountAsync());

        await inHand.CommitAsync();
        Assert.Equal([first, second], await other.Inspections.OrderBy(row => row.Area).TagWith(RowLocks.SkipLocked).Select(row => row.Id).ToListAsync());
    }

    [Fact]
    public async Task ForUpdate_ARowIsInHand_WaitsForItAndReadsWhatWasDone()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        var id = await store.PlannedAsync(OnSite, "301");
        await using var one = store.Database.Open();
        await using var inHand = await one.Database.BeginTransactionAsync();
        var row = await one.Inspections.Where(row => row.Id == id).TagWith(RowLocks.ForUpdate).SingleAsync();

        await using var other = store.Database.Open();
        await using var transaction = await other.Database.BeginTransactionAsync();
        var waiting = other.Inspections.Where(row => row.Id == id).TagWith(RowLocks.ForUpdate).Select(row => row.LastError).SingleAsync();
        await using var onlooker = store.Database.Open();
        while (!await onlooker.Database.SqlQuery<bool>(Waits).SingleAsync())
        {
            Assert.False(waiting.IsCompleted, "It did not wait for the row that another has in hand.");
        }

        row.LastError = "Changed meanwhile.";
        await one.SaveChangesAsync();
        await inHand.CommitAsync();

        Assert.Equal("Changed meanwhile.", await waiting);
    }
}

using AreaSend.Core.Rules;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

public class ChainVerifierTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Verify_UntouchedDatabase_FindsNothing(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.NotifiedAsync(OnSite);

        var report = await store.Get<ChainVerifier>().VerifyAsync();

        Assert.Equal((1, 6), (report.Inspections, report.Events));
        Assert.Empty(report.Broken);
    }

    [Theory]
    [InlineData("UPDATE inspection_events SET payload = replace(payload, 'dcs', 'pcf') WHERE seq = 3", 3, "It was changed after it had been recorded.")]
    [InlineData("UPDATE inspection_events SET recorded_at = recorded_at + 1 WHERE seq = 2", 2, "It was changed after it had been recorded.")]
    [InlineData("UPDATE inspection_events SET by = 'Coordinator' WHERE seq = 2", 2, "It was changed after it had been recorded.")]
    [InlineData("UPDATE inspection_events SET kind = 'withdrawn' WHERE seq = 2", 2, "Its kind is not that of its content, or its content is no event.")]
    [InlineData("DELETE FROM inspection_events WHERE seq = 4", 4, "It is missing.")]
    [InlineData("DELETE FROM inspection_events WHERE seq = 1", 1, "It is missing.")]
    [InlineData("DELETE FROM inspection_events WHERE seq > 4", 5, "It is missing: 6 events were recorded, the last 2 are gone.")]
    [InlineData("DELETE FROM inspection_events", 1, "All its events are missing.")]
    [InlineData("UPDATE inspection_events SET seq = 99 WHERE seq = 3; UPDATE inspection_events SET seq = 3 WHERE seq = 4; UPDATE inspection_events SET seq = 4 WHERE seq = 99", 3, "It does not follow from the event before it: events were removed, added or put in another order.")]
    [InlineData("INSERT INTO inspection_events (inspection, seq, recorded_at, by, kind, payload, previous_hash, hash) SELECT inspection, 7, recorded_at, by, kind, payload, previous_hash, hash FROM inspection_events WHERE seq = 6", 7, "It does not follow from the event before it: events were removed, added or put in another order.")]
    [InlineData("DELETE FROM inspections", 1, "The list of inspections does not hold this inspection.")]
    public async Task Verify_TamperedHistory_NamesItsFirstBrokenEvent(string tampering, int seq, string what)
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var store = await ThrowawayStore.OpenAsync(on, server);
            var id = await store.NotifiedAsync(OnSite);
            await using var context = store.Database.Open();
            await context.Database.ExecuteSqlRawAsync(tampering);

            var report = await store.Get<ChainVerifier>().VerifyAsync();

            Assert.Equal(new BrokenChain(id, seq, what), Assert.Single(report.Broken));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Verify_EventRewrittenWithAFittingHash_IsFoundByTheNextOrByTheSummary(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);
        await using var context = store.Database.Open();
        foreach (var (seq, found, what) in new[]
        {
            (6, 6, "It was changed together with its hash: the summary holds another."),
            (4, 5, "It does not follow from the event before it: events were removed, added or put in another order."),
        })
        {
            var row = await context.Events.AsNoTracking().SingleAsync(row => row.Seq == seq);
            var hash = EventHash.Of(row.PreviousHash, id, seq, row.RecordedAt, "Somebody", row.Payload);
            await context.Events.Where(row => row.Seq == seq).ExecuteUpdateAsync(set => set.SetProperty(row => row.By, "Somebody").SetProperty(row => row.Hash, hash));

            var report = await store.Get<ChainVerifier>().VerifyAsync();

            Assert.Equal(new BrokenChain(id, found, what), Assert.Single(report.Broken));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Verify_OneDamagedAmongMany_NamesThatOneOnly(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.PlannedAsync(OnSite, "301");
        var damaged = await store.PlannedAsync(OnSite, "302");
        await store.PlannedAsync(OnSite, "303");
        await using var context = store.Database.Open();
        await context.Events.Where(row => row.Inspection == damaged).ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, "{}"));

        var report = await store.Get<ChainVerifier>().VerifyAsync();

        Assert.Equal(3, report.Inspections);
        Assert.Equal(damaged, Assert.Single(report.Broken).Inspection);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_OnAHistoryCutOff_IsRefusedLoudly(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);
        await using var context = store.Database.Open();
        await context.Events.Where(row => row.Seq > 4).ExecuteDeleteAsync();

        var problem = await Assert.ThrowsAsync<BrokenChainException>(() => store.Inspections.FindAsync(id));

        Assert.Contains("6 events were recorded and 4 are there", problem.Message);
    }
}

using AreaSend.Core.Inspections;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

/// <summary>Who recorded an event is one text in its row, and part of what is hashed.</summary>
public class StoredRecorderTests(PostgresServer server)
{
    // Reckoned once by a release that knew no persons, from the bytes that EventHash names; not by the code under test.
    private const string PayloadThen = """{"kind":"planned","area":"301","inspection":"full","edition":"area-send-2024","onSiteStarts":"2025-09-22","calendar":"test"}""";
    private const string HashThen = "e1c3691e1839c0225b5dbf6b0f2badccb8a540b4a722bcd47c81b698323f69b2";

    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly Guid Person = Guid.Parse("01990000-0000-7000-8000-000000000001");

    public static TheoryData<string, Recorder> Stored { get; } = new()
    {
        { "Coordinator", Recorder.Coordinator },
        { $"Coordinator {Person}", new(RecorderRole.Coordinator, Person) },
        { "A role of a later release", Recorder.Unknown },
    };

    [Fact]
    public void Hash_OfAnEventRecordedBeforePersonsWereKnown_IsWhatItWas() => Assert.Equal(
        HashThen,
        EventHash.Of(EventHash.Start, Guid.Parse("01990000-0000-7000-8000-000000000002"), 1, Instant.FromUtc(2025, 7, 1, 8, 0), Recorder.Coordinator.Text, PayloadThen));

    [Theory, MemberData(nameof(Stored))]
    public async Task Row_AsAnotherReleaseRecordedIt_IsReadAndItsChainHolds(string text, Recorder recorder)
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var store = await ThrowawayStore.OpenAsync(on, server);
            var id = await store.PlannedAsync(OnSite);
            await RewriteAsync(store, text);

            await store.Inspections.RecordAsync(id, new Recorder(RecorderRole.Coordinator, Person), (_, _, now) => new InspectionWithdrawn(now, "Planned twice."));

            var events = (await store.Inspections.FindAsync(id))!.Case.Events;
            Assert.Equal([recorder, new Recorder(RecorderRole.Coordinator, Person)], events.Select(recorded => recorded.By));
            Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
            await using var context = store.Database.Open();
            Assert.Equal([text, $"Coordinator {Person}"], await context.Events.OrderBy(row => row.Seq).Select(row => row.By).ToListAsync());
        }
    }

    private static async Task RewriteAsync(ThrowawayStore store, string by)
    {
        await using var context = store.Database.Open();
        var row = await context.Events.AsNoTracking().SingleAsync();
        var hash = EventHash.Of(row.PreviousHash, row.Inspection, row.Seq, row.RecordedAt, by, row.Payload);
        await context.Events.ExecuteUpdateAsync(set => set.SetProperty(known => known.By, by).SetProperty(known => known.Hash, hash));
        await context.Inspections.ExecuteUpdateAsync(set => set.SetProperty(known => known.HeadHash, hash));
    }
}

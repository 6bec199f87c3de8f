using AreaSend.Core.Rules;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Engine;

/// <summary>One definition of what is due: whatever waits, whichever part of the engine takes it, and whoever asks.</summary>
public class EngineWorkTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly Instant Late = ThrowawayStore.Start - Duration.FromMinutes(20);

    public static TheoryData<string, StoreProvider> Parts => new MatrixTheoryData<string, StoreProvider>(
        ["inspection", "notice", "document"], [StoreProvider.Sqlite, StoreProvider.Postgres]);

    [Theory, MemberData(nameof(Parts))]
    public async Task Due_OnePartIsLate_IsFoundByWhoeverAsks(string part, StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite, "301");
        await store.PlannedAsync(OnSite.PlusWeeks(20), "302");
        await PutAllOffAsync(store);
        var work = store.Get<EngineWork>();
        Assert.Empty(await work.DueAsync(store.Now));
        Assert.Empty((await store.Get<EngineWatch>().LookAsync(store.Now)).Overdue);

        await MakeLateAsync(store, id, part);

        Assert.Equal([id], await work.DueAsync(store.Now));
        Assert.Empty(await work.DueAsync(Late - Duration.FromSeconds(1)));
        Assert.True(await work.IsDueAsync(id, store.Now));
        Assert.Equal(part == "document" ? null : Late, await work.NextByClockAsync());
        Assert.Equal([id], (await store.Get<EngineWatch>().LookAsync(store.Now)).Overdue);
        Assert.Contains(id, await work.ExpectedAsync());
    }

    [Fact]
    public async Task Expected_EndedAndNothingWaits_IsNotAmongThem()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var (ended, open) = (await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "302"));
        await PutAllOffAsync(store);
        await using var context = store.Database.Open();
        await context.Inspections.Where(row => row.Id == ended).ExecuteUpdateAsync(set => set.SetProperty(row => row.Ended, true));

        Assert.Equal([open], await store.Get<EngineWork>().ExpectedAsync());
    }

    private static async Task PutAllOffAsync(ThrowawayStore store)
    {
        Instant? never = null;
        await using var context = store.Database.Open();
        await context.Inspections.ExecuteUpdateAsync(set => set.SetProperty(row => row.WakeAt, never));
        await context.Notices.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttempt, never));
    }

    private static async Task MakeLateAsync(ThrowawayStore store, Guid id, string part)
    {
        Instant? late = Late;
        await using var context = store.Database.Open();
        switch (part)
        {
            case "inspection":
                await context.Inspections.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.WakeAt, late));
                break;
            case "notice":
                await context.Notices.Where(row => row.Inspection == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttempt, late));
                break;
            default:
                context.Set<Document>().Add(new Document
                {
                    Id = Guid.NewGuid(), Inspection = id, Items = ["1.1"], FileName = "one.txt", Salt = NameMark.NewSalt(), BlobName = "one",
                    BegunAt = late.Value, Expires = late.Value, State = DocumentState.Arrived, NextAttempt = late,
                });
                await context.SaveChangesAsync();
                break;
        }
    }
}

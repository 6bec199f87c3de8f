using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Checkpoints;

/// <summary>S2-4: what somebody who may write the database can do to histories so that every hash fits, and a checkpoint names all the same.</summary>
public sealed class CheckpointTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Against_AStoreThatGoesOn_FindsNothing(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await TwoAsync(store);
        var checkpoint = await store.Get<CheckpointComparison>().NowAsync(store.Now);

        await store.PlannedAsync(new LocalDate(2025, 11, 3), "303");
        await LogAsync(store);
        await store.DrainAsync();

        Assert.Equal(2, checkpoint.Inspections);
        Assert.Empty(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint));
    }

    public static TheoryData<string, string> Attacks => new()
    {
        { "cut", "it had 6 events and has 3. The last were cut off." },
        { "rewritten", "its history up to event 6 was replaced by another, with hashes that fit." },
        { "removed", "it had 6 events and was removed altogether." },
        { "log emptied", "Access log: its lines up to 1 are not those that it had. Some were removed or changed." },
        { "log changed", "Access log: its lines up to 1 are not those that it had. Some were removed or changed." },
    };

    [Theory, MemberData(nameof(Attacks))]
    public async Task Against_AnAttackWhoseHashesFit_NamesItThoughTheChainIsWhole(string attack, string what)
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var store = await ThrowawayStore.OpenAsync(on, server);
            var id = await TwoAsync(store);
            var checkpoint = await store.Get<CheckpointComparison>().NowAsync(store.Now);

            await AttackAsync(store, id, attack);

            Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
            Assert.EndsWith(what, Assert.Single(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WriteIfDue_OnceADayAndAfterAPublication_AndNeverOverADamagedStore()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem());
        await using var store = await ThrowawayStore.OpenAsync(services => services.Configure<CheckpointOptions>(options => (options.Folder, options.KeyFile) = (folder.File("kept"), folder.File("key.pem"))));
        var id = await TwoAsync(store);
        var writing = store.Get<CheckpointWriting>();

        Assert.Equal(1, await WrittenAsync(Duration.Zero));
        Assert.Equal(1, await WrittenAsync(Duration.FromHours(23)));
        Assert.Equal(2, await WrittenAsync(Duration.FromHours(1)));
        await using (var context = store.Database.Open())
        {
            context.Events.Add(new EventRow { Inspection = Guid.NewGuid(), Seq = 1, RecordedAt = store.Now + Duration.FromMinutes(1), By = "Coordinator", Kind = "published", Payload = "{}", PreviousHash = "", Hash = "" });
            await context.SaveChangesAsync();
        }

        Assert.Equal(3, await WrittenAsync(Duration.FromHours(1)));
        await AttackAsync(store, id, "removed");
        store.Clock.Advance(Duration.FromDays(1));
        Assert.Contains("was removed altogether", Assert.Single(await writing.WriteIfDueAsync()), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(folder.File("kept")).Length);

        async Task<int> WrittenAsync(Duration later)
        {
            store.Clock.Advance(later);
            Assert.Empty(await writing.WriteIfDueAsync());
            return Directory.GetFiles(folder.File("kept")).Length;
        }
    }

    [Theory]
    [InlineData("\"seq\":6", "\"seq\":5")]
    [InlineData("\"inspections\":2", "\"inspections\":1")]
    [InlineData("\"lastLogLine\":1", "\"lastLogLine\":0")]
    [InlineData("{", "")]
    public async Task Latest_ChangedOrSignedByAnother_IsRefused(string written, string changed)
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var store = await ThrowawayStore.OpenAsync();
        await TwoAsync(store);
        var kept = new CheckpointFolder(folder.File("kept"));
        await kept.AddAsync((await store.Get<CheckpointComparison>().NowAsync(store.Now)).SignedBy(key));
        Assert.NotNull(await kept.LatestAsync(key));
        await Assert.ThrowsAsync<WrongCheckpointException>(() => kept.LatestAsync(another));

        var file = Directory.GetFiles(folder.File("kept")).Single();
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(written, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(written, changed, StringComparison.Ordinal));

        await Assert.ThrowsAsync<WrongCheckpointException>(() => kept.LatestAsync(key));
    }

    /// <summary>One inspection of six events, another of one, and a line in the access log.</summary>
    private static async Task<Guid> TwoAsync(ThrowawayStore store)
    {
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.PlannedAsync(new LocalDate(2025, 10, 6), "301");
        await LogAsync(store);
        return id;
    }

    private static async Task LogAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        context.Set<AccessRecord>().Add(new AccessRecord { Inspection = Guid.NewGuid(), What = AccessRecord.Download, Role = RecorderRole.Inspector, At = store.Now });
        await context.SaveChangesAsync();
    }

    private static async Task AttackAsync(ThrowawayStore store, Guid id, string attack)
    {
        await using var context = store.Database.Open();
        var events = context.Events.Where(row => row.Inspection == id);
        switch (attack)
        {
            case "cut":
                await events.Where(row => row.Seq > 3).ExecuteDeleteAsync();
                break;
            case "rewritten":
                var rows = await events.AsNoTracking().OrderBy(row => row.Seq).ToListAsync();
                await events.ExecuteDeleteAsync();
                for (var (index, previous) = (0, EventHash.Start); index < rows.Count; index++)
                {
                    var (row, by) = (rows[index], "Inspector");
                    var hash = EventHash.Of(previous, id, row.Seq, row.RecordedAt, by, row.Payload);
                    context.Events.Add(new EventRow { Inspection = id, Seq = row.Seq, RecordedAt = row.RecordedAt, By = by, Kind = row.Kind, Payload = row.Payload, PreviousHash = previous, Hash = hash });
                    previous = hash;
                }

                await context.SaveChangesAsync();
                break;
            case "removed":
                await events.ExecuteDeleteAsync();
                await context.Inspections.Where(row => row.Id == id).ExecuteDeleteAsync();
                return;
            case "log emptied":
                await context.Set<AccessRecord>().ExecuteDeleteAsync();
                return;
            default:
                await context.Set<AccessRecord>().ExecuteUpdateAsync(set => set.SetProperty(line => line.Role, RecorderRole.Coordinator));
                return;
        }

        var last = await events.AsNoTracking().OrderByDescending(row => row.Seq).FirstAsync();
        await context.Inspections.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.HeadSeq, last.Seq).SetProperty(row => row.HeadHash, last.Hash));
    }
}

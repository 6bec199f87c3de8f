using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Checkpoints;

/// <summary>S2-4: what somebody who may write the database can do to histories so that every hash fits, and a checkpoint names all the same.</summary>
public sealed class CheckpointTests(PostgresServer server, AzuriteServer azurite)
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
        { "cut", "it had {head} events and has 3. The last were cut off." },
        { "rewritten", "its history up to event {head} was replaced by another, with hashes that fit." },
        { "removed", "it had {head} events and was removed altogether." },
        { "log emptied", "Access log: its lines up to 1 are not those that it had. Some were removed or changed." },
        { "log changed", "Access log: its lines up to 1 are not those that it had. Some were removed or changed." },
        { "file renamed", "the name of its file was changed." },
        { "file salted anew", "the name of its file was changed." },
        { "file taken away", "the name of its file is gone, and no event disposed of it." },
        { "address changed", "the address that it was sent to was changed, and it was not sent again." },
        { "address emptied", "the address that it was sent to is gone, and no event disposed of it." },
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
            Assert.EndsWith(what.Replace("{head}", $"{Head(checkpoint, id)}", StringComparison.Ordinal), Assert.Single(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint)), StringComparison.Ordinal);
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

    /// <summary>What was sent anew went to whoever holds the role now: an event says so.</summary>
    [Fact]
    public async Task Against_ANoticeThatWasSentAgainElsewhere_FindsNothing()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var id = await TwoAsync(store);
        var checkpoint = await store.Get<CheckpointComparison>().NowAsync(store.Now);
        await using (var context = store.Database.Open())
        {
            await context.Contacts.ExecuteUpdateAsync(set => set.SetProperty(contact => contact.Email, "successor@example.org"));
        }

        foreach (var key in await SentAsync(store, id))
        {
            Assert.Null(await store.Get<NoticeServing>().SendAgainAsync(id, key));
        }

        await store.DrainAsync();

        Assert.NotEqual(checkpoint.Heads.Select(head => head.Names), (await store.Get<CheckpointComparison>().NowAsync(store.Now)).Heads.Select(head => head.Names));
        Assert.Empty(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint));
    }

    [Theory]
    [InlineData("\"seq\":1,", "\"seq\":2,")]
    [InlineData("\"inspections\":2", "\"inspections\":1")]
    [InlineData("\"lastLogLine\":1", "\"lastLogLine\":0")]
    [InlineData("\"names\":{\"document ", "\"names\":{\"doc ")]
    [InlineData("\"forgotten\":[]", "\"forgotten\":[{\"at\":\"2025-09-01T07:00:00Z\",\"reason\":\"A reason\",\"lost\":[]}]")]
    [InlineData("{", "")]
    public async Task Latest_ChangedOrSignedByAnother_IsRefused(string written, string changed)
    {
        using var folder = new TemporaryFolder();
        await using var store = await ThrowawayStore.OpenAsync();
        await TwoAsync(store);
        var kept = new CheckpointBook(new CheckpointFolder(folder.File("kept")), NewKey(folder.File("key.pem")));
        await kept.AddAsync(await store.Get<CheckpointComparison>().NowAsync(store.Now));
        Assert.NotNull(await kept.LatestAsync());
        await Assert.ThrowsAsync<WrongCheckpointException>(
            () => new CheckpointBook(new CheckpointFolder(folder.File("kept")), NewKey(folder.File("another.pem"))).LatestAsync());

        var file = Directory.GetFiles(folder.File("kept")).Single();
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(written, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(written, changed, StringComparison.Ordinal));

        await Assert.ThrowsAsync<WrongCheckpointException>(() => kept.LatestAsync());
    }

    /// <summary>An append-only container: a real storage service refuses what would be written over.</summary>
    [Fact]
    public async Task Container_OnceWritten_IsReadBackAndNeverWrittenOver()
    {
        using var folder = new TemporaryFolder();
        await using var store = await ThrowawayStore.OpenAsync();
        await TwoAsync(store);
        var blobs = new BlobContainerClient(await azurite.ConnectionStringAsync(), $"checkpoints-{Guid.NewGuid():N}");
        await blobs.CreateAsync();
        var book = new CheckpointBook(new CheckpointContainer(blobs), NewKey(folder.File("key.pem")));
        Assert.Null(await book.LatestAsync());
        var (first, later) = (await store.Get<CheckpointComparison>().NowAsync(store.Now), await store.Get<CheckpointComparison>().NowAsync(store.Now + Duration.FromDays(1)));

        await book.AddAsync(later);
        await book.AddAsync(first);

        Assert.Equal(later.At, (await book.LatestAsync())!.At);
        Assert.Contains("BlobAlreadyExists", (await Assert.ThrowsAsync<IOException>(() => book.AddAsync(first))).Message, StringComparison.Ordinal);
        Assert.Empty(await store.Get<CheckpointComparison>().AgainstAsync((await book.LatestAsync())!));
        var gone = new CheckpointBook(new CheckpointContainer(new BlobContainerClient(await azurite.ConnectionStringAsync(), "no-such-container")), NewKey(folder.File("key.pem")));
        Assert.Contains("ContainerNotFound", (await Assert.ThrowsAsync<IOException>(() => gone.LatestAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_WithAReason_IsSaidByEveryCheckpointAfterIt()
    {
        using var folder = new TemporaryFolder();
        await using var store = await ThrowawayStore.OpenAsync(services => services.Configure<CheckpointOptions>(options => (options.Folder, options.KeyFile) = (folder.File("kept"), folder.File("key.pem"))));
        var book = new CheckpointBook(new CheckpointFolder(folder.File("kept")), NewKey(folder.File("key.pem")));
        var id = await TwoAsync(store);
        Assert.Empty(await store.Get<CheckpointWriting>().WriteIfDueAsync());
        await AttackAsync(store, id, "removed");

        // The machine that rebuilds is behind the host that wrote the last one.
        store.Clock.Advance(Duration.FromHours(-1));
        await store.Get<CheckpointForgetting>().AddAsync(book, "A fictional disk broke.", []);
        store.Clock.Advance(Duration.FromDays(2));
        Assert.Empty(await store.Get<CheckpointWriting>().WriteIfDueAsync());

        Assert.Equal(3, Directory.GetFiles(folder.File("kept")).Length);
        var forgotten = Assert.Single((await book.LatestAsync())!.Forgotten);
        Assert.Equal("A fictional disk broke.", forgotten.Reason);
        Assert.EndsWith(" events and was removed altogether.", Assert.Single(forgotten.Lost), StringComparison.Ordinal);
    }

    /// <summary>Each is a sentence that says what to set.</summary>
    [Theory]
    [InlineData("", "", "", "", null)]
    [InlineData("kept", "", "key.pem", "", null)]
    [InlineData("", "https://account.blob.example.org/checkpoints", "", "https://vault.example.org/keys/checkpoints", null)]
    [InlineData("", "http://127.0.0.1:10000/devstoreaccount1/checkpoints?sig=x", "key.pem", "", null)]
    [InlineData("kept", "", "", "", "Checkpoints have a place and no key")]
    [InlineData("", "https://account.blob.example.org/checkpoints", "", "", "Checkpoints have a place and no key")]
    [InlineData("", "", "key.pem", "", "Checkpoints have a key and no place")]
    [InlineData("", "", "", "https://vault.example.org/keys/checkpoints", "Checkpoints have a key and no place")]
    [InlineData("kept", "https://account.blob.example.org/checkpoints", "key.pem", "", "Container, not both")]
    [InlineData("kept", "", "key.pem", "https://vault.example.org/keys/checkpoints", "VaultKey, not both")]
    [InlineData("", "http://account.blob.example.org/checkpoints", "key.pem", "", "Container is no address")]
    [InlineData("", "https://account.blob.example.org/", "key.pem", "", "Container is no address")]
    [InlineData("kept", "", "", "https://vault.example.org/keys/checkpoints/0123", "VaultKey is no address")]
    public void Faults_OfSettings_SayWhatToSet(string folder, string container, string keyFile, string vaultKey, string? fault)
    {
        var faults = new CheckpointOptions { Folder = folder, Container = container, KeyFile = keyFile, VaultKey = vaultKey }.Faults().ToList();

        Assert.Equal(fault is null ? 0 : 1, faults.Count);
        Assert.All(faults, said => Assert.Contains(fault!, said, StringComparison.Ordinal));
    }

    private static CheckpointKeyFile NewKey(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        return new CheckpointKeyFile(path);
    }

    private static async Task<IReadOnlyList<string>> SentAsync(ThrowawayStore store, Guid id)
    {
        await using var context = store.Database.Open();
        return await context.Notices.Where(notice => notice.Inspection == id && notice.RecipientAddress != null).Select(notice => notice.Key).ToListAsync();
    }

    private static int Head(Checkpoint checkpoint, Guid id) => checkpoint.Heads.Single(head => head.Inspection == id).Seq;

    /// <summary>One inspection that has been notified, whose leaders have been written to and that sent a file, another of one event, and a line in the access log.</summary>
    private static async Task<Guid> TwoAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.PlannedAsync(new LocalDate(2025, 10, 6), "301");
        await store.DrainAsync();
        await DocumentAsync(store, id);
        await LogAsync(store);
        return id;
    }

    private static async Task DocumentAsync(ThrowawayStore store, Guid id)
    {
        await using var context = store.Database.Open();
        context.Set<Document>().Add(new Document
        {
            Id = Guid.CreateVersion7(), Inspection = id, Items = ["2.4"], FileName = "Self-evaluation.pdf", Salt = NameMark.NewSalt(), BlobName = "blob",
            BegunAt = store.Now, ArrivedAt = store.Now, State = DocumentState.Refused,
        });
        await context.SaveChangesAsync();
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
                    context.Events.Add(new EventRow
                    {
                        Inspection = id, Seq = row.Seq, RecordedAt = row.RecordedAt, By = by, Kind = row.Kind, Payload = row.Payload, PreviousHash = previous,
                        Hash = hash
                    });
                    previous = hash;
                }

                await context.SaveChangesAsync();
                break;
            case "removed":
                await events.ExecuteDeleteAsync();
                await context.Inspections.Where(row => row.Id == id).ExecuteDeleteAsync();
                return;
            case "file renamed":
                await context.Set<Document>().ExecuteUpdateAsync(set => set.SetProperty(row => row.FileName, "Another.pdf"));
                return;
            case "file salted anew":
                await context.Set<Document>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Salt, "00"));
                return;
            case "file taken away":
                await context.Set<Document>().ExecuteDeleteAsync();
                return;
            case "address changed":
            case "address emptied":
                var key = (await SentAsync(store, id))[0];
                await context.Notices.Where(row => row.Inspection == id && row.Key == key)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.RecipientAddress, attack == "address changed" ? "another@example.org" : null));
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

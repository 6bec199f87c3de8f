using System.Security.Cryptography;
using AreaSend.Cli.Tests.Prompt;
using AreaSend.Cli.Tests.Simulate;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace AreaSend.Cli.Tests.Stores;

public sealed class StoreCommandTests(SimulatedInspection simulated) : IClassFixture<SimulatedInspection>
{
    [Fact]
    public async Task Verify_AWholeStore_EndsWithZeroAndChangesNothing()
    {
        using var folder = Simulated();
        var before = await File.ReadAllBytesAsync(folder.File("simulation.db"), TestContext.Current.CancellationToken);

        var typed = await Typed.AsProcess("verify", "--database", folder.File("simulation.db"));

        Assert.Equal((0, ""), (typed.Status, typed.Error));
        Assert.Matches("^Every history is what was recorded: 1 inspections, [0-9]+ events.", typed.Output);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File("simulation.db"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE inspection_events SET payload = replace(payload, '2025', '2024') WHERE seq = 2", 2, "It was changed after it had been recorded.")]
    [InlineData("UPDATE inspection_events SET \"by\" = 'Coordinator' WHERE seq = 5", 5, "It was changed after it had been recorded.")]
    [InlineData("DELETE FROM inspection_events WHERE seq = 9", 9, "It is missing.")]
    [InlineData("UPDATE inspection_events SET payload = '{}' WHERE seq IN (12, 20)", 12, "It was changed after it had been recorded.")]
    public void Verify_ATamperedStore_NamesTheFirstBrokenEventAndEndsWithOne(string tampering, int seq, string what)
    {
        using var folder = Simulated();
        Execute(folder, tampering);

        var typed = Typed.Line($"verify --database {folder.File("simulation.db")}");

        Assert.Equal((1, ""), (typed.Status, typed.Error));
        Assert.Matches($"^Inspection [0-9a-f-]{{36}}, event {seq}: {what}", typed.Output);
        Assert.Contains("1 of 1 histories damaged." + Environment.NewLine, typed.Output, StringComparison.Ordinal);
        Assert.Contains("Not checked, because no checkpoint was named", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_TheLastEventsCutOff_IsNoticed()
    {
        using var folder = Simulated();
        Execute(folder, "DELETE FROM inspection_events WHERE seq > 100");

        var typed = Typed.Line($"verify --database {folder.File("simulation.db")}");

        Assert.Equal(1, typed.Status);
        Assert.Contains(", event 101: It is missing", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoSuchFile_SaysSoAndMakesNone()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new Typed(2, "", $"There is no file {folder.File("none.db")}.{Environment.NewLine}"), Typed.Line($"verify --database {folder.File("none.db")}"));
        Assert.False(File.Exists(folder.File("none.db")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a text and no database at all; it is longer than a header of one hundred bytes, which SQLite would look at first.")]
    public void Verify_AnotherFile_SaysSo(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("letter.txt"), content);

        Assert.Equal(
            new Typed(2, "", $"{folder.File("letter.txt")} cannot be read as a store of AreaSend.{Environment.NewLine}"),
            Typed.Line($"verify --database {folder.File("letter.txt")}"));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("verify --database a.db --postgres Host=b")]
    public void Line_NotOneStore_SaysWhichToName(string line) =>
        Assert.Equal(
            new Typed(2, "", $"Say which store: --database PATH for a SQLite file, or --postgres CONNECTION.{Environment.NewLine}"), Typed.Line(line));

    [Theory]
    [InlineData("nonsense", "That is not a connection string.")]
    [InlineData("Host=127.0.0.1;Port=1;Database=areasend;Username=nobody", "The PostgreSQL server cannot be reached")]
    public void Line_NoSuchServer_SaysSo(string connection, string because)
    {
        var typed = Typed.Line($"verify --postgres {connection}");

        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Assert.StartsWith(because, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_AfterTheListIsSpoilt_IsTheListAsItWas()
    {
        const string List = "SELECT group_concat(id || phase || head_seq || head_hash || coalesce(next_step, '') || ended) FROM inspections";
        using var folder = Simulated();
        var before = Read(folder, List);
        Execute(folder, "UPDATE inspections SET phase = 'Planned', head_seq = 1, head_hash = '', next_step = 'none', ended = 0");

        var typed = Typed.Line($"rebuild --database {folder.File("simulation.db")}");

        Assert.Equal(new Typed(0, $"The list was made anew from the events of 1 inspections.{Environment.NewLine}", ""), typed);
        Assert.Equal(before, Read(folder, List));
        Assert.Equal(0, Typed.Line($"verify --database {folder.File("simulation.db")}").Status);
    }

    [Fact]
    public void Rebuild_AHistoryThatWasChanged_SaysWhichAndEnds()
    {
        using var folder = Simulated();
        Execute(folder, "UPDATE inspection_events SET payload = replace(payload, 'reports', 'letters') WHERE kind = 'published'");

        var refused = Typed.Line($"rebuild --database {folder.File("simulation.db")}");

        Assert.Equal((2, ""), (refused.Status, refused.Output));
        Assert.Contains("is damaged", refused.Error, StringComparison.Ordinal);
        Assert.Contains("'areasend verify' names all that is damaged", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>S2-4: after the tail was cut, the list is the only evidence of it; the remedy must not remove that.</summary>
    [Theory]
    [InlineData("DELETE FROM inspection_events WHERE seq > 100", ", event 101: It is missing: ")]
    [InlineData("DELETE FROM inspection_events", ", event 1: All its events are missing.")]
    public void Rebuild_AfterEventsWereRemoved_RefusesUntilToldWhy(string removal, string found)
    {
        const string List = "SELECT group_concat(id || head_seq || head_hash) FROM inspections";
        using var folder = Simulated();
        var before = Read(folder, List);
        Execute(folder, removal);

        var refused = Typed.Line($"rebuild --database {folder.File("simulation.db")}");

        Assert.Equal(1, refused.Status);
        Assert.Contains(found, refused.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", refused.Output, StringComparison.Ordinal);
        Assert.Equal(before, Read(folder, List));
        Assert.Equal(1, Typed.Line($"verify --database {folder.File("simulation.db")}").Status);

        // Nor without a place where an auditor finds the reason, or with a key that cannot sign it.
        string[] line = ["rebuild", "--database", folder.File("simulation.db"), "--although-events-are-missing", "A fictional disk broke."];
        Assert.Contains("The reason is kept where an auditor finds it", Typed.Words(line).Error, StringComparison.Ordinal);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder.File("public.pem"), key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(folder.File("letter.pem"), "Dear reader");
        string[] Signed(string with) => ["--checkpoints", folder.File("kept"), "--checkpoint-key", folder.File(with)];
        Assert.Contains("holds no private key", Typed.Words([.. line, .. Signed("public.pem")]).Error, StringComparison.Ordinal);
        Assert.Contains("holds no key of an elliptic curve in PEM form.", Typed.Words([.. line, .. Signed("letter.pem")]).Error, StringComparison.Ordinal);
        Assert.Equal(before, Read(folder, List));

        var told = Typed.Words([.. line, .. Signed("key.pem")]);
        Assert.Equal((0, ""), (told.Status, told.Error));
        Assert.Contains(found, told.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Reason kept among the checkpoints: A fictional disk broke.{Environment.NewLine}", told.Output, StringComparison.Ordinal);
        Assert.NotEqual(before, Read(folder, List));

        var verified = Typed.Words(["verify", "--database", folder.File("simulation.db"), .. Signed("public.pem")]);
        Assert.Matches($"Forgotten on purpose, [0-9TZ:-]+: A fictional disk broke. Inspection [0-9a-f-]{{36}}{found}", verified.Output);
        Assert.Contains("All that the checkpoint has is still there", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RebuildAndVerify_AStoreOnPostgres_ReachIt()
    {
        await using var server = new PostgresServer();
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        await store.PlannedAsync(new LocalDate(2025, 9, 22));

        var rebuilt = Typed.Words("rebuild", "--postgres", store.Settings.ConnectionString);
        var verified = Typed.Words("verify", "--postgres", store.Settings.ConnectionString);

        Assert.Equal(new Typed(0, $"The list was made anew from the events of 1 inspections.{Environment.NewLine}", ""), rebuilt);
        Assert.Equal((0, ""), (verified.Status, verified.Error));
        Assert.StartsWith($"Every history is what was recorded: 1 inspections, 1 events.{Environment.NewLine}Every document is what the events say of it.{Environment.NewLine}", verified.Output, StringComparison.Ordinal);
    }

    /// <summary>S2-4: attacks after which every hash fits, so that only what is kept outside of the database names them.</summary>
    [Theory]
    [InlineData("", "All that the checkpoint has is still there: 1 inspections, names of files, addresses of notices and the access log, 2026-01-01T00:00:00Z.", 0)]
    [InlineData(
        "DELETE FROM inspection_events WHERE seq > 100; UPDATE inspections SET head_seq = 100, head_hash = (SELECT hash FROM inspection_events WHERE seq = 100)",
        "events and has 100. The last were cut off.", 1)]
    [InlineData("DELETE FROM inspection_events; DELETE FROM inspections", "events and was removed altogether.", 1)]
    [InlineData("INSERT INTO access_log (id, inspection, what, role, at) SELECT 0, id, 'download', 'Inspector', 1 FROM inspections", "Access log: its lines up to 0 are not those that it had.", 1)]
    [InlineData("UPDATE notices SET recipient_address = 'another@example.org' WHERE key = (SELECT min(key) FROM notices WHERE recipient_address IS NOT NULL)", "the address that it was sent to was changed, and it was not sent again.", 1)]
    [InlineData("DELETE FROM notices WHERE key = (SELECT min(key) FROM notices WHERE recipient_address IS NOT NULL)", "the address that it was sent to is gone, and no event disposed of it.", 1)]
    public async Task Verify_AgainstTheNewestCheckpoint_NamesWhatHashesDoNotTell(string attack, string said, int status)
    {
        using var folder = Simulated();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(folder.File("key.pem"), key.ExportSubjectPublicKeyInfoPem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("private.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var store = new CheckpointComparison(new StoreDatabase(StoreSettings.SqliteFile(folder.File("simulation.db"))));
        await new CheckpointBook(new CheckpointFolder(folder.File("kept")), new CheckpointKeyFile(folder.File("private.pem")))
            .AddAsync(await store.NowAsync(Instant.FromUtc(2026, 1, 1, 0, 0), cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        if (attack.Length > 0)
        {
            Execute(folder, attack);
        }

        var alone = Typed.Line($"verify --database {folder.File("simulation.db")}");
        var held = Typed.Line($"verify --database {folder.File("simulation.db")} --checkpoints {folder.File("kept")} --checkpoint-key {folder.File("key.pem")}");

        Assert.Equal((0, status, ""), (alone.Status, held.Status, held.Error));
        Assert.Contains(said, held.Output, StringComparison.Ordinal);
        Assert.Contains("Not checked: names and addresses of people", held.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CheckpointsThatAreNone_SaysWhatToName()
    {
        using var folder = Simulated();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(folder.File("key.pem"), key.ExportSubjectPublicKeyInfoPem(), TestContext.Current.CancellationToken);

        foreach (var (typed, because) in ((string, string)[])
        [
            ("", "Say which key the checkpoints are signed with: --checkpoint-key PEM-FILE, or the address of a key in a vault."),
            ($" --checkpoint-key {folder.File("key.pem")}", "There is no checkpoint in that place."),
            ($" --checkpoint-key http://vault.example.org/keys/checkpoints", "is no address of a key"),
        ])
        {
            var refused = Typed.Line($"verify --database {folder.File("simulation.db")} --checkpoints {folder.File("none")}{typed}");

            Assert.Equal(2, refused.Status);
            Assert.Contains(because, refused.Error, StringComparison.Ordinal);
        }
    }

    private static string? Read(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("simulation.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private TemporaryFolder Simulated()
    {
        var folder = new TemporaryFolder();
        File.Copy(simulated.Store, folder.File("simulation.db"));
        return folder;
    }

    private static void Execute(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("simulation.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}

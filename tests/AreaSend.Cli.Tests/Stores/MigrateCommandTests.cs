using AreaSend.Cli.Tests.Prompt;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AreaSend.Cli.Tests.Stores;

public sealed class MigrateCommandTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_AnEmptyDatabase_HasTheTablesAndSaysWhatWasApplied(StoreProvider on)
    {
        var store = await NowhereAsync(on);

        var typed = Migrate(store);

        await using var context = new StoreDatabase(store).Open();
        Assert.Equal((0, ""), (typed.Status, typed.Error));
        Assert.Equal([.. context.Database.GetMigrations().Select(migration => $"Applied {migration}."), "The database is up to date."], Lines(typed));
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await context.Inspections.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ASecondTime_ChangesNothing(StoreProvider on)
    {
        var store = await NowhereAsync(on);
        Migrate(store);

        Assert.Equal(new Typed(0, $"The database was up to date: nothing was changed.{Environment.NewLine}", ""), Migrate(store));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ADatabaseThatLacksTheLast_AppliesThatAlone(StoreProvider on)
    {
        var store = await NowhereAsync(on);
        Directory.CreateDirectory(_folder.File("new"));
        await using var context = new StoreDatabase(store).Open();
        List<string> all = [.. context.Database.GetMigrations()];
        await context.Database.MigrateAsync(all.SkipLast(1).LastOrDefault() ?? Migration.InitialDatabase, TestContext.Current.CancellationToken);

        Assert.Equal([$"Applied {all[^1]}.", "The database is up to date."], Lines(Migrate(store)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ADatabaseOfALaterRelease_IsRefusedWithASentence(StoreProvider on)
    {
        var store = await NowhereAsync(on);
        Migrate(store);
        await ExecuteAsync(store, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_OfALaterRelease', '10.0.0')");
        await ExecuteAsync(store, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" NOT LIKE '2999%'"); // even then nothing is applied to it

        var typed = Migrate(store);

        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Assert.Contains("a later release of AreaSend than this one (its last migration is 29990101000000_OfALaterRelease). Nothing in it was changed.", typed.Error, StringComparison.Ordinal);
        await using var context = new StoreDatabase(store).Open();
        Assert.Single(await context.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ADatabaseFromBeforeTheFirstRelease_IsRefusedWithASentence(StoreProvider on)
    {
        var store = await NowhereAsync(on);
        Migrate(store);
        await ExecuteAsync(store, "UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = replace(\"MigrationId\", '202', '200')");

        var typed = Migrate(store);

        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Assert.Contains("before its first release", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_AnotherFile_SaysSoAndLeavesItAsItIs()
    {
        File.WriteAllText(_folder.File("letter.txt"), "This is a text and no database at all; it is longer than a header of one hundred bytes, which SQLite would look at first.");

        var typed = Typed.Line($"migrate --database {_folder.File("letter.txt")}");

        Assert.Equal(new Typed(2, "", $"{_folder.File("letter.txt")} cannot be read as a store of AreaSend.{Environment.NewLine}"), typed);
        Assert.StartsWith("This is a text", File.ReadAllText(_folder.File("letter.txt")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Typed Migrate(StoreSettings store) => store.Provider == StoreProvider.Sqlite
        ? Typed.Words("migrate", "--database", _folder.File("new/store.db"))
        : Typed.Words("migrate", "--postgres", store.ConnectionString);

    /// <summary>A file that is not there yet in a folder that is not there yet, or a database without tables.</summary>
    private async Task<StoreSettings> NowhereAsync(StoreProvider on) => on == StoreProvider.Sqlite
        ? new StoreSettings(on, $"Data Source={_folder.File("new/store.db")};Pooling=False")
        : new StoreSettings(on, await server.CreateDatabaseAsync(TestContext.Current.CancellationToken));

    private static async Task ExecuteAsync(StoreSettings store, string sql)
    {
        await using var context = new StoreDatabase(store).Open();
        Assert.True(await context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken) > 0);
    }

    private static string[] Lines(Typed typed) => typed.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}

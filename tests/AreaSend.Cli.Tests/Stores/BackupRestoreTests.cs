using System.Diagnostics;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace AreaSend.Cli.Tests.Stores;

/// <summary>What <c>scripts/backup-restore.sh</c> restores is verified, and a store that was not whole is not passed off as one.</summary>
public sealed class BackupRestoreTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task BackUpAndRestore_AStore_IsWholeAndSaysHowLongItTook(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.NotifiedAsync(new LocalDate(2025, 9, 22));

        var (status, said) = await RunAsync(store.Settings);

        Assert.Equal(0, status);
        Assert.Contains("Every history is what was recorded: 1 inspections, 6 events.", said, StringComparison.Ordinal);
        Assert.Matches("backup: [0-9]+ ms\nrestore: [0-9]+ ms\n", said);
        Assert.NotEqual(0, (await RunAsync(store.Settings)).Status); // The backup is there already, and is not written over.
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task BackUpAndRestore_ADamagedStore_EndsWithWhatIsWrong(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await using (var context = store.Database.Open())
        {
            await context.Events.Where(row => row.Seq == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.By, "Coordinator 1"), TestContext.Current.CancellationToken);
        }

        var (status, said) = await RunAsync(store.Settings);

        Assert.NotEqual(0, status);
        Assert.Contains("It was changed after it had been recorded.", said, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Said)> RunAsync(StoreSettings settings)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { Repository.Folder("scripts/backup-restore.sh") } };
        start.Environment["AREASEND"] = Path.Combine(AppContext.BaseDirectory, "areasend");
        if (settings.Provider == StoreProvider.Sqlite)
        {
            Add(start, "sqlite", new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource, _folder.File("backup"));
        }
        else
        {
            var source = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
            var restored = $"restored_{Guid.NewGuid():N}";
            Add(start, "postgres", Uri(source, source.Database!), _folder.File("backup"), Uri(source, restored));
            source.Database = restored;
            start.Environment["AREASEND_RESTORED"] = source.ConnectionString;
        }

        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await wrong);
    }

    private static void Add(ProcessStartInfo start, params string[] arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    private static string Uri(NpgsqlConnectionStringBuilder server, string database) => $"postgresql:///{database}?host={server.Host}&user={server.Username}";
}

using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace AreaSend.Testing;

/// <summary>
/// Databases as a host finds them that was started before: with their tables, and the local areas, and nothing else. The migrations run once for each test run,
/// and every test has a copy.
/// </summary>
internal static class MigratedStores
{
    // Whoever waits for it may hold the thread on which it would go on.
    private static readonly Lazy<Task<byte[]>> Sqlite = new(() => Task.Run(MigrateFileAsync));

    /// <summary>Makes a SQLite file.</summary>
    public static async Task<StoreSettings> MakeFileAsync(string path)
    {
        await File.WriteAllBytesAsync(path, await Sqlite.Value);
        return StoreSettings.SqliteFile(path);
    }

    /// <summary>Makes a SQLite file, for those who cannot wait otherwise.</summary>
    public static void MakeFile(string path) => File.WriteAllBytes(path, Sqlite.Value.GetAwaiter().GetResult());

    /// <summary>Brings an empty PostgreSQL database up to date, so that others can be made after its pattern: nobody may be connected to it then.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await ReadyAsync(new StoreSettings(StoreProvider.Postgres, connectionString));
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<byte[]> MigrateFileAsync()
    {
        using var folder = new TemporaryFolder();
        var settings = StoreSettings.SqliteFile(folder.File("areasend.db"));
        await ReadyAsync(settings);
        settings.CloseFile();
        return await File.ReadAllBytesAsync(folder.File("areasend.db"));
    }

    private static async Task ReadyAsync(StoreSettings settings)
    {
        var database = new StoreDatabase(settings);
        await new StoreStart(database, Editions.Shipped, TestPresent.Clock).ReadyAsync();

        // Each test's own host takes these over, at the moment at which its clock stands.
        await using var context = database.Open();
        await context.CalendarSnapshots.ExecuteDeleteAsync();
    }
}

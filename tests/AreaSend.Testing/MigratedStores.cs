using AreaSend.Services.Store;
using Npgsql;

namespace AreaSend.Testing;

/// <summary>Databases that have their tables and nothing in them. The migrations run once for each test run, and every test has a copy.</summary>
internal static class MigratedStores
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MigrateFileAsync);

    /// <summary>Makes a SQLite file.</summary>
    public static async Task<StoreSettings> MakeFileAsync(string path)
    {
        await File.WriteAllBytesAsync(path, await Sqlite.Value);
        return StoreSettings.SqliteFile(path);
    }

    /// <summary>Brings an empty PostgreSQL database up to date, so that others can be made after its pattern: nobody may be connected to it then.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await new StoreDatabase(new StoreSettings(StoreProvider.Postgres, connectionString)).MigrateAsync();
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<byte[]> MigrateFileAsync()
    {
        using var folder = new TemporaryFolder();
        var settings = StoreSettings.SqliteFile(folder.File("areasend.db"));
        await new StoreDatabase(settings).MigrateAsync();
        settings.CloseFile();
        return await File.ReadAllBytesAsync(folder.File("areasend.db"));
    }
}

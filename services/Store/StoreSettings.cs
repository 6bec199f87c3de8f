using Microsoft.Data.Sqlite;

namespace AreaSend.Services.Store;

/// <summary>Where the store is.</summary>
/// <param name="Provider">The database.</param>
/// <param name="ConnectionString">How to reach it.</param>
/// <param name="Entra">Postgres: the password is a token of the host's own identity.</param>
public sealed record StoreSettings(StoreProvider Provider, string ConnectionString, bool Entra = false)
{
    /// <summary>A SQLite file. Its folder is made when it is missing.</summary>
    public static StoreSettings SqliteFile(string path) => new(StoreProvider.Sqlite, $"Data Source={path}");

    /// <summary>
    /// Closes the connections to a SQLite file that are kept open for the next use, so that whatever looks at the file then finds it whole, or may remove it.
    /// </summary>
    public void CloseFile()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>The databases the store knows.</summary>
public enum StoreProvider
{
    /// <summary>A file; one host.</summary>
    Sqlite,

    /// <summary>A server; any number of hosts.</summary>
    Postgres,
}

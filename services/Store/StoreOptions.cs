namespace AreaSend.Services.Store;

/// <summary>Settings under <c>AreaSend:Store</c>: where inspections are kept. A relative file starts at the host's content root.</summary>
public sealed class StoreOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Store";

    /// <summary><c>Sqlite</c> (a file, one host) or <c>Postgres</c> (a server, any number of hosts).</summary>
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>The file, for <c>Sqlite</c>.</summary>
    public string File { get; set; } = "../.local/areasend.db";

    /// <summary>How to reach the server, for <c>Postgres</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>For <c>Postgres</c>: signs in with the host's own identity, so that the connection string holds a user and no password.</summary>
    public bool Entra { get; set; }

    /// <summary>The settings as the store wants them.</summary>
    /// <param name="contentRoot">Where relative files start.</param>
    /// <exception cref="InvalidOperationException">Postgres without a connection string; the message says what to set.</exception>
    public StoreSettings ToSettings(string contentRoot) => Provider switch
    {
        StoreProvider.Sqlite => StoreSettings.SqliteFile(Path.GetFullPath(File, contentRoot)),
        _ when ConnectionString.Length == 0 => throw new InvalidOperationException(
            $"{Section}:Provider is Postgres, but {Section}:ConnectionString is empty. Set it, or choose Sqlite."),
        _ => new StoreSettings(StoreProvider.Postgres, ConnectionString, Entra),
    };
}

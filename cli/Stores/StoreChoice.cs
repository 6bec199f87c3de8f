using System.CommandLine;
using System.Data.Common;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;

namespace AreaSend.Cli.Stores;

/// <summary>The store that a command works on: a SQLite file, or a PostgreSQL server.</summary>
internal sealed class StoreChoice
{
    private readonly Option<FileInfo?> _file = new("--database") { Description = "The SQLite file of a store." };
    private readonly Option<string?> _server = new("--postgres") { Description = "The connection string of a store on PostgreSQL." };
    private readonly Option<bool> _entra = new("--entra") { Description = "Sign in to that server with your own Azure identity, without a password." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_server);
        command.Add(_entra);
    }

    /// <summary>Runs what is to be done with the store that was typed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="mode">What may be done to a file.</param>
    /// <param name="use">What is to be done.</param>
    /// <exception cref="CommandRefusedException">No store was named, or more than one, or it is none.</exception>
    public async Task<T> UseAsync<T>(ParseResult parsed, SqliteOpenMode mode, Func<StoreSettings, Task<T>> use)
    {
        var settings = Typed(parsed, mode);
        try
        {
            return await use(settings);
        }
        catch (Exception problem) when ((problem as DbException ?? problem.InnerException as DbException) is { } cause)
        {
            // A server that does not answer is wrapped by EF Core in advice for programmers.
            throw new CommandRefusedException(settings.Provider == StoreProvider.Sqlite
                ? $"{parsed.GetValue(_file)!.FullName} cannot be read as a store of AreaSend."
                : $"The PostgreSQL server cannot be reached, or has no store of AreaSend in that database: {cause.Message}");
        }
    }

    private StoreSettings Typed(ParseResult parsed, SqliteOpenMode mode) => (parsed.GetValue(_file), parsed.GetValue(_server)) switch
    {
        ({ Exists: false } missing, null) when mode != SqliteOpenMode.ReadWriteCreate => throw new CommandRefusedException($"There is no file {missing.FullName}."),
        ({ } found, null) => new StoreSettings(
            StoreProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = found.FullName, Mode = mode, Pooling = false }.ToString()),
        (null, { } connection) => OnServer(connection, parsed.GetValue(_entra)),
        _ => throw new CommandRefusedException("Say which store: --database PATH for a SQLite file, or --postgres CONNECTION."),
    };

    private static StoreSettings OnServer(string connection, bool entra)
    {
        try
        {
            _ = new DbConnectionStringBuilder { ConnectionString = connection };
            return new StoreSettings(StoreProvider.Postgres, connection, entra);
        }
        catch (ArgumentException)
        {
            throw new CommandRefusedException("That is not a connection string. Write it like \"Host=server;Database=areasend;Username=name\".");
        }
    }
}

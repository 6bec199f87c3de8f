using AreaSend.Services.Storage;
using Microsoft.Data.Sqlite;

namespace AreaSend.Services.Store;

/// <summary>
/// Holds a SQLite file for one host: two would each send what falls due. The system lets go of it when its holder is gone, however that ended. Commands
/// that only look at the file, or make its list anew, do not ask.
/// </summary>
public sealed class StoreFileLock(StoreSettings settings) : IDisposable
{
    private FileStream? _held;

    /// <summary>Takes the file, until this is disposed. Does nothing for a server, which has as many hosts as it likes.</summary>
    /// <exception cref="StoreInUseException">Another host has it.</exception>
    public void Take()
    {
        if (settings.Provider != StoreProvider.Sqlite || _held is not null)
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            _held = new FileStream($"{file}.in-use", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StoreInUseException(file);
        }
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose() => _held?.Dispose();
}

/// <summary>A store's file belongs to another host; the message says what to do.</summary>
public sealed class StoreInUseException(string file) : Exception(
    $"Inspections are kept in {file}, and another AreaSend is using it: stop that one first. To run several, keep inspections on a server (AreaSend:Store:Provider Postgres).");

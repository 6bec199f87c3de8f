using AreaSend.Services.Store;

namespace AreaSend.Services.Storage;

/// <summary>
/// The folder that Azurite keeps blobs in, held until this is disposed: two processes over one folder would overwrite each other's index. The system lets go
/// of it when its holder is gone, however that ended.
/// </summary>
internal sealed class AzuriteFolder : IDisposable
{
    private readonly FileStream _held;

    private AzuriteFolder(string tool, string data, FileStream held) => (Tool, Data, _held) = (tool, data, held);

    /// <summary>Where <c>serve.js</c> is.</summary>
    public string Tool { get; }

    /// <summary>Where the blobs are.</summary>
    public string Data { get; }

    /// <summary>Takes the folder, and makes it if it is not there.</summary>
    /// <exception cref="AzuriteException">There is no Azurite, or the folder is taken or may not be written to: the message says which and what to
    /// do.</exception>
    public static AzuriteFolder Take(string tool, string data)
    {
        var (toolPath, dataPath) = (Path.GetFullPath(tool), Path.GetFullPath(data));
        if (!File.Exists(Path.Combine(toolPath, "serve.js")))
        {
            throw new AzuriteException($"There is no Azurite in {toolPath}: configure {BlobStorageOptions.Section}:AzuriteFolder, or a ConnectionString.");
        }

        try
        {
            PrivateFolder.Make(dataPath);
            return new AzuriteFolder(
                toolPath,
                dataPath,
                new FileStream(Path.Combine(dataPath, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new AzuriteException($"Documents are kept in {dataPath}, and AreaSend may not write there.");
        }
        catch (IOException)
        {
            throw new AzuriteException($"Documents are kept in {dataPath}, and another AreaSend is using it: stop that one first.");
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _held.Dispose();
}

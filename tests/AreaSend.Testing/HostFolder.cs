namespace AreaSend.Testing;

/// <summary>A folder for one host of the tests, so that it leaves alone what the clone's own console has saved. No storage of documents: a test that needs one sets it.</summary>
public sealed class HostFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="hasTables">Whether the host finds a store there that was made ready before, or nothing at all.</param>
    public HostFolder(bool hasTables = true)
    {
        if (hasTables)
        {
            MigratedStores.MakeFile(_folder.File("areasend.db"));
        }
    }

    /// <summary>The settings that make a host keep everything here, and listen on any free port.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["AreaSend:Port"] = "0",
        ["AreaSend:Store:File"] = _folder.File("areasend.db"),
        ["AreaSend:Blobs:ConnectionString"] = "UseDevelopmentStorage=true",
        ["AreaSend:Mail:Folder"] = _folder.File("outbox"),

        // All officers of a test come from one address, and quick tests are no attack.
        ["AreaSend:Lano:TriesPerAddress"] = "10000",
        ["AreaSend:Lano:Tries"] = "10000",
    };

    public void Dispose() => _folder.Dispose();
}

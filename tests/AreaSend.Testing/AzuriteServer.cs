using AreaSend.Services.Storage;

namespace AreaSend.Testing;

/// <summary>
/// A real Azurite over an empty folder, for one test run: <c>[assembly: AssemblyFixture(typeof(AzuriteServer))]</c>. It starts with the first test that
/// asks for it, and stops after the last.
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private readonly Lazy<Task<Running>> _running = new(StartAsync);

    /// <summary>What a blob client needs to reach it.</summary>
    public async Task<string> ConnectionStringAsync() => (await _running.Value).Process.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            var (process, folder) = await _running.Value;
            await process.DisposeAsync();
            folder.Dispose();
        }
    }

    private static async Task<Running> StartAsync()
    {
        var folder = new TemporaryFolder();
        return new Running(await AzuriteProcess.StartAsync(Repository.Folder("tools/azurite"), folder.Path), folder);
    }

    private sealed record Running(AzuriteProcess Process, TemporaryFolder Folder);
}

using AreaSend.Services.Storage;
using Xunit;

namespace AreaSend.Testing;

/// <summary>A real Azurite over an empty folder, for one test run: <c>[assembly: AssemblyFixture(typeof(AzuriteServer))]</c>.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private AzuriteProcess? process;

    public string ConnectionString => Process.ConnectionString;

    public AzuriteProcess Process => process ?? throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync() => process = await AzuriteProcess.StartAsync(Repository.Folder("tools/azurite"), folder.Path);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        folder.Dispose();
    }
}

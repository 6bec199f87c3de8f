using System.Diagnostics;
using AreaSend.Services.Storage;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AreaSend.Services.Tests.Storage;

/// <summary>The sandbox's storage runs as long as its host does.</summary>
public sealed class BlobStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Azurite_Killed_RunsAgainWhereItWasOverTheSameBlobs()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["AreaSend:Blobs:DataFolder"] = _folder.Path;
        builder.Configuration["AreaSend:Blobs:AzuriteFolder"] = Repository.Folder("tools/azurite");
        builder.Configuration["AreaSend:Blobs:ConnectionString"] = "";
        builder.Services.AddBlobStorage();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var storage = host.Services.GetRequiredService<BlobStorage>();
        var client = await storage.Client;
        await client.GetBlobContainerClient("documents").CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var (killed, address) = (storage.Azurite!.ProcessId, storage.Azurite.Address);

        using (var process = Process.GetProcessById(killed))
        {
            process.Kill(entireProcessTree: true);
        }

        while (storage.Azurite is not { } running || running.ProcessId == killed)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(address, storage.Azurite!.Address);
        await client.GetBlobContainerClient("more").CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}

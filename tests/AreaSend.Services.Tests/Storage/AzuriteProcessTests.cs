using System.Diagnostics;
using System.Net.Sockets;
using AreaSend.Services.Storage;
using AreaSend.Testing;
using Azure.Storage.Blobs;

namespace AreaSend.Services.Tests.Storage;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly string Tool = Repository.Folder("tools/azurite");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_AgainOverTheSameFolder_StillHasTheBlob()
    {
        await using (var first = await AzuriteProcess.StartAsync(Tool, _folder.Path))
        {
            var container = new BlobContainerClient(first.ConnectionString, "documents");
            await container.CreateAsync();
            await container.UploadBlobAsync("self-evaluation", BinaryData.FromString("what we do well"));
        }

        await using var second = await AzuriteProcess.StartAsync(Tool, _folder.Path);
        var kept = await new BlobContainerClient(second.ConnectionString, "documents").GetBlobClient("self-evaluation").DownloadContentAsync();

        Assert.Equal("what we do well", kept.Value.Content.ToString());
    }

    [Fact]
    public async Task Dispose_Running_StopsListening()
    {
        var azurite = await AzuriteProcess.StartAsync(Tool, _folder.Path);
        await azurite.DisposeAsync();

        Assert.False(await AnswersAsync(azurite.Address));
    }

    [Fact]
    public async Task Start_FolderInUse_SaysSo()
    {
        await using var first = await AzuriteProcess.StartAsync(Tool, _folder.Path);

        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(Tool, _folder.Path));

        Assert.Contains("another AreaSend is using it", refusal.Message);
    }

    [Fact]
    public async Task Start_NoAzuriteThere_NamesTheSetting()
    {
        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(_folder.Path, _folder.File("blobs")));

        Assert.Contains("AreaSend:Blobs:AzuriteFolder", refusal.Message);
    }

    [Fact]
    public async Task Start_PackageNotInstalled_SaysWhatToRun()
    {
        File.Copy(Path.Combine(Tool, "serve.js"), _folder.File("serve.js"));

        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(_folder.Path, _folder.File("blobs")));

        Assert.Contains("npm ci", refusal.Message);
    }

    /// <summary>What is left when a host is killed: nobody closes the pipe but the system.</summary>
    [Fact]
    public async Task Serve_OwnerKilled_EndsByItself()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The owner in this test is a shell.");
        const string OwnerThenAzurite = """sh -c 'echo $$ >&2; exec tail -f /dev/null' | exec node serve.js --blobPort 0 --silent --disableTelemetry --location "$0" """;
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", OwnerThenAzurite, _folder.Path])
        {
            WorkingDirectory = Tool,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var owner = Process.GetProcessById(int.Parse((await shell.StandardError.ReadLineAsync())!));
        while (await shell.StandardOutput.ReadLineAsync() is { } line && !line.Contains("successfully listen", StringComparison.Ordinal))
        {
        }

        owner.Kill();

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await shell.WaitForExitAsync(timeout.Token);
        Assert.True(shell.HasExited);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> AnswersAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

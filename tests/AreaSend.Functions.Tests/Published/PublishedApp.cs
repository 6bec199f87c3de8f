using System.Diagnostics;
using System.Text.Json.Nodes;
using AreaSend.Testing;

namespace AreaSend.Functions.Tests.Published;

/// <summary>The Functions app as <c>dotnet publish</c> lays it out: what is deployed. Published once in a test run, from the build that the tests are of.</summary>
public sealed class PublishedApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _published;

    public PublishedApp() => _published = new(PublishAsync);

    /// <summary>The folder that it lies in.</summary>
    public Task<string> FolderAsync() => _published.Value;

    public async Task<JsonNode> ReadAsync(string file) => JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(await FolderAsync(), file)))!;

    public async ValueTask DisposeAsync()
    {
        if (_published.IsValueCreated)
        {
            await ((Task)_published.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _folder.Dispose();
    }

    private async Task<string> PublishAsync()
    {
        var target = _folder.File("app");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.Folder("functions"), "--no-build", "-c", configuration, "-nologo", "-v", "quiet", "-o", target])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
        return target;
    }
}

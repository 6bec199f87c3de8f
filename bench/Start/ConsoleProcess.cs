using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Bench.Start;

/// <summary>The console in a process of its own, as it was built beside this program, in the same configuration. All it keeps lies in one folder.</summary>
internal sealed partial class ConsoleProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ConsoleProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The file of its store.</summary>
    public static string Store(TemporaryFolder folder) => folder.File("areasend.db");

    /// <summary>How much of the processors' time it has had: on a busy machine that says more than the clock.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ConsoleProcess> StartAsync(TemporaryFolder folder)
    {
        var web = Repository.Folder("web");
        var built = Path.GetRelativePath(Repository.Folder("bench"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, built, "AreaSend.Web.dll")]) { WorkingDirectory = web, RedirectStandardOutput = true };
        start.Environment["AreaSend__Port"] = "0";
        start.Environment["AreaSend__Store__File"] = Store(folder);
        start.Environment["AreaSend__Mail__Folder"] = folder.File("outbox");
        start.Environment["AreaSend__Blobs__DataFolder"] = folder.File("blobs");
        var process = Process.Start(start)!;
        return new(process, await ListeningAsync(process));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Uri> ListeningAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody reads on: a full pipe would stop the host.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The host did not start.");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

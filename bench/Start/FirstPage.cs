using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Bench.Start;

/// <summary>From the start of the host's process to the whole of its first page, with its own storage starting beside it. Target: 2 s on a warm build.</summary>
internal static partial class FirstPage
{
    private const int Starts = 5;

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        Console.WriteLine($"First start, which makes the database: {await StartAsync(folder):F2} s");
        var next = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            next.Add(await StartAsync(folder));
        }

        Console.WriteLine($"Median of the {Starts} after it: {next.Order().ElementAt(Starts / 2):F2} s");
        return 0;
    }

    private static async Task<double> StartAsync(TemporaryFolder folder)
    {
        var clock = Stopwatch.StartNew();
        using var host = Process.Start(Host(folder))!;
        try
        {
            using var client = new HttpClient { BaseAddress = await ListeningAsync(host) };
            var page = await client.GetStringAsync("/");
            return page.Contains("</html>", StringComparison.Ordinal) ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"That was no page: {page}");
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
        }
    }

    /// <summary>The host as it was built beside this program, in the same configuration.</summary>
    private static ProcessStartInfo Host(TemporaryFolder folder)
    {
        var web = Repository.Folder("web");
        var built = Path.GetRelativePath(Repository.Folder("bench"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, built, "AreaSend.Web.dll")]) { WorkingDirectory = web, RedirectStandardOutput = true };
        start.Environment["AreaSend__Port"] = "0";
        start.Environment["AreaSend__Store__File"] = folder.File("areasend.db");
        start.Environment["AreaSend__Mail__Folder"] = folder.File("outbox");
        start.Environment["AreaSend__Blobs__DataFolder"] = folder.File("blobs");
        return start;
    }

    private static async Task<Uri> ListeningAsync(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody reads on: a full pipe would stop the host.
                _ = host.StandardOutput.ReadToEndAsync();
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The host did not start.");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

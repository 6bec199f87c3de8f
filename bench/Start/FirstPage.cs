using System.Diagnostics;
using AreaSend.Testing;

namespace AreaSend.Bench.Start;

/// <summary>
/// From the start of the host's process to the whole of its first page, with its own storage starting beside it. Target: 2 s on a warm build.
/// </summary>
internal static class FirstPage
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
        await using var host = await ConsoleProcess.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = host.Address };
        var page = await client.GetStringAsync("/");
        return page.Contains("</html>", StringComparison.Ordinal)
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"That was no page: {page}");
    }
}

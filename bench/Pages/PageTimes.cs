using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Bench.Start;
using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Bench.Pages;

/// <summary>
/// How long the pages take that look over all inspections: with 300 that go on, history and all, and then with so many that have ended that there are 10,000.
/// Of a request on this machine to the whole of its answer; targets for the 95th percentile: worklist 30 ms, schedule 60 ms, search 30 ms, an inspection 60 ms, reports 100 ms.
/// </summary>
internal static partial class PageTimes
{
    private const int GoingOn = 300;
    private const int InAll = 10_000;
    private const int Warm = 20;
    private const int Requests = 200;

    private static readonly string[] Pages = ["/?whose=all", "/schedule", "/schedule/months", "/inspections", "/search?q=lead", "/search?q=birm", "/reports"];

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await ConsoleProcess.StartAsync(folder))
        {
            using var client = await CoordinatorAsync(host.Address);
            await PostAsync(client, "/sandbox/fill");
        }

        var settings = StoreSettings.SqliteFile(ConsoleProcess.Store(folder));
        foreach (var ended in (int[])[0, InAll - GoingOn])
        {
            var database = new StoreDatabase(settings);
            await ManyInspections.MakeAsync(database, ended: false, GoingOn);
            await ManyInspections.MakeAsync(database, ended: true, ended);
            settings.CloseFile();
            Console.WriteLine($"{GoingOn} inspections go on, {ended} have ended:");
            await using var host = await ConsoleProcess.StartAsync(folder);
            foreach (var region in (string?[])[null, "North West"])
            {
                Console.WriteLine(region is null ? " a coordinator:" : $" a coordinator who is limited to {region}:");
                using var client = await CoordinatorAsync(host.Address, region);
                foreach (var page in Pages)
                {
                    Console.WriteLine($"  {page}: {await TimesAsync(host, client, page)}");
                }

                Console.WriteLine($"  an inspection: {await TimesAsync(host, client, await AnInspectionAsync(client))}");
            }
        }

        return 0;
    }

    /// <summary>The address of one that goes on, as the list links it.</summary>
    private static async Task<string> AnInspectionAsync(HttpClient client) =>
        Inspection().Match(await client.GetStringAsync("/inspections?phase=DraftShared")).Groups[1].Value;

    private static async Task<string> TimesAsync(ConsoleProcess host, HttpClient client, string page)
    {
        var times = new List<double>();
        var processor = TimeSpan.Zero;
        for (var request = 0; request < Warm + Requests; request++)
        {
            if (request == Warm)
            {
                processor = host.ProcessorTime;
            }

            var clock = Stopwatch.StartNew();
            var answer = await client.GetStringAsync(page);
            times.Add(
                answer.Contains("</html>", StringComparison.Ordinal)
                    ? clock.Elapsed.TotalMilliseconds
                    : throw new InvalidOperationException($"That was no page: {answer}"));
        }

        processor = host.ProcessorTime - processor;
        var (first, sorted) = (times[0], times.Skip(Warm).Order().ToList());
        return $"median {sorted[Requests / 2]:F0} ms, 95th percentile {sorted[Requests * 95 / 100]:F0} ms, processor time {processor.TotalMilliseconds / Requests:F1} ms each; the first {first:F0} ms";
    }

    /// <summary>A coordinator, of one region where it is named.</summary>
    private static async Task<HttpClient> CoordinatorAsync(Uri address, string? region = null)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        await PostAsync(client, "/sign-in", ("Form.Role", region is null ? "Coordinator" : "CoordinatorOfOneRegion"), ("Form.Region", region ?? ""));
        return client;
    }

    /// <summary>Sends the form on a page with its hidden fields.</summary>
    private static async Task PostAsync(HttpClient client, string address, params (string Name, string Value)[] typed)
    {
        var page = await client.GetStringAsync(address);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        var hidden = Hidden().Matches(main).Select(match => (Name: match.Groups[1].Value, Value: System.Net.WebUtility.HtmlDecode(match.Groups[2].Value)));
        using var form = new FormUrlEncodedContent(hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        (await client.PostAsync(address, form)).EnsureSuccessStatusCode();
    }

    [GeneratedRegex("href=\"(/inspections/[0-9a-f-]{36})\"")]
    private static partial Regex Inspection();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

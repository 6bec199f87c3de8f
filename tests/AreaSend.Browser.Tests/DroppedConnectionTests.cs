using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>Files go from a browser to storage over a network that fails in the middle, for long, or in the last answer: each comes in once and whole.</summary>
public class DroppedConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task Files_OverANetworkThatFails_ComeInOnceAndWhole()
    {
        // Arrange: an officer on the page of an item, at a clock that the test can hurry.
        await using var host = await LanoHost.StartAsync();
        var inspection = await host.Services.NotifiedAsync();
        await using var window = await chromium.OpenOnAsync(host.Address, Window.Telephone);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync((await host.Services.InvitedAsync(inspection)).PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.WaitForURLAsync("**/lano");

        await CutInTheMiddleAsync(host, page);
        await DownForLongAsync(host, window);
        await EndedAddressAsync(host, page);
        await LostLastAnswerAsync(host, page);

        // Assert: nothing came in twice, and each is what was sent.
        var documents = await DocumentsAsync(host, inspection);
        Assert.Equal(
            ["cut-1.txt", "cut-2.txt", "cut-3.txt", "down.txt", "ended.txt", "lost.txt"],
            documents.Select(document => document.FileName).Order());
        Assert.All(documents, document => Assert.Equal((document.FileName, Fingerprint(host, document.FileName)), (document.FileName, document.Sha256)));
        var arrivals = (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!.Case.Events.Select(recorded => recorded.Event).OfType<UploadArrived>();
        Assert.Equal(documents.Select(document => document.Id).Order(), arrivals.Select(arrived => arrived.Document).Order());
    }

    /// <summary>Three files at once, and a connection is cut in the middle of the large one: it goes on by itself.</summary>
    private static async Task CutInTheMiddleAsync(LanoHost host, IPage page)
    {
        host.Network.CutAfter(6 << 20);
        var shown = new List<double>();
        await page.ExposeFunctionAsync("noteProgress", (double part) => shown.Add(part));
        await ChooseAsync(page, host.Text("cut-1.txt", megabytes: 14), host.Text("cut-2.txt"), host.Text("cut-3.txt"));
        await page.EvaluateAsync("""
            new MutationObserver(() => document.querySelectorAll('progress').forEach((bar) => noteProgress(bar.value)))
              .observe(document.querySelector('[data-upload-files]'), { subtree: true, childList: true, characterData: true })
            """);
        await SendAsync(page);

        await HurryUntilAsync(page, "3 of 3 came in, 3 accepted so far.");

        Assert.Equal(1, host.Network.Cuts);
        Assert.Contains(shown, part => part is > 0 and < 1);
    }

    /// <summary>Nobody answers for longer than the page tries by itself: it says so, and a button goes on from there.</summary>
    private static async Task DownForLongAsync(LanoHost host, Window window)
    {
        var page = window.Page;
        await ChooseAsync(page, host.Text("down.txt", megabytes: 10));
        host.Network.IsDown = true;
        await SendAsync(page);
        await Assertions.Expect(page.Locator(".upload__state")).ToHaveTextAsync("Connection lost, trying again");
        await HurryUntilAsync(page, "0 of 1 came in, 0 accepted so far. 1 not sent: choose “Try again” when you are back on line.");
        await Assertions.Expect(page.Locator(".upload__file")).ToContainTextAsync("The connection was lost. What was sent so far is kept, and the file goes on from there.");
        await window.CheckAsync("lano-not-sent");

        host.Network.IsDown = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again to send down.txt" }).ClickAsync();

        await HurryUntilAsync(page, "1 of 1 came in, 1 accepted so far.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);
    }

    /// <summary>The address has ended before the file is in: the page asks for another.</summary>
    private static async Task EndedAddressAsync(LanoHost host, IPage page)
    {
        var options = host.Services.GetRequiredService<IOptions<UploadOptions>>().Value;
        var life = options.TicketLife;
        var asked = 0;
        await page.RouteAsync("**/lano/uploads", async route =>
        {
            options.TicketLife = ++asked == 1 ? TimeSpan.FromMinutes(-1) : life;
            await route.ContinueAsync();
        });
        await ChooseAsync(page, host.Text("ended.txt"));
        await SendAsync(page);

        await HurryUntilAsync(page, "1 of 1 came in, 1 accepted so far.");

        Assert.Equal(2, asked);
        await page.UnrouteAllAsync();
    }

    /// <summary>Storage has the whole file, but its answer is lost, and by then the address has ended: the page asks before it sends anything again.</summary>
    private static async Task LostLastAnswerAsync(LanoHost host, IPage page)
    {
        var ends = 0;
        await page.RouteAsync("**comp=blocklist", async route =>
        {
            if (++ends == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            await route.FulfillAsync(new() { Status = 403, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } });
        });
        await ChooseAsync(page, host.Text("lost.txt"));
        await SendAsync(page);

        await HurryUntilAsync(page, "1 of 1 came in, 1 accepted so far.");

        Assert.Equal(2, ends);
        await page.UnrouteAllAsync();
    }

    private static async Task ChooseAsync(IPage page, params string[] files)
    {
        await page.GotoAsync("/lano/items/2.4");
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
    }

    private static Task SendAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

    /// <summary>Lets the page's own waits pass at once, until its status says this.</summary>
    private static async Task HurryUntilAsync(IPage page, string status)
    {
        using var timeout = new CancellationTokenSource(Chromium.Timeout);
        while (await page.Locator("[data-upload-status]").TextContentAsync() != status)
        {
            await page.Clock.RunForAsync(1_000);
            await Task.Delay(50, timeout.Token);
        }
    }

    private static async Task<IReadOnlyList<Document>> DocumentsAsync(LanoHost host, Guid inspection) =>
        await host.Services.GetRequiredService<DocumentUploads>().ListAsync(inspection);

    private static string Fingerprint(LanoHost host, string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(host.PathOf(name))));
}

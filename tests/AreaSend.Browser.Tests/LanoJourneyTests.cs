using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>An officer's way from the link in the e-mail to nothing outstanding, with and without JavaScript, over real storage.</summary>
public class LanoJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Officer_SendsAllThatIsAsked_OwesNothingAndIsNotReminded(bool javaScript)
    {
        // Arrange
        await using var host = await LanoHost.StartAsync();
        var inspection = await host.Services.NotifiedAsync();
        var link = await host.Services.InvitedAsync(inspection);
        await using var window = await chromium.OpenOnAsync(host.Address, Window.Wide, javaScript);
        var page = window.Page;

        // Act: in by the link.
        await page.GotoAsync(link.PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/lano$"));
        await LookAsync(window, javaScript, "lano-room");
        if (javaScript)
        {
            await LookAroundAsync(window);
            await page.GotoAsync("/lano");
        }

        // Act: ten files for all but the lists, one of 80 MB and one infected.
        await page.GetByRole(AriaRole.Button, new() { Name = "Send files" }).ClickAsync();
        await LookAsync(window, javaScript, "lano-send");
        foreach (var box in await page.Locator("input[name=items]").AllAsync())
        {
            if (await box.GetAttributeAsync("value") is not ("list-1" or "list-2"))
            {
                await box.CheckAsync();
            }
        }

        string[] files = [host.Text("large.txt", megabytes: 80), host.Infected("infected.txt"), .. Enumerable.Range(1, 8).Select(number => host.Text($"document-{number}.txt"))];
        await SendAsync(host, inspection, page, javaScript, files);
        Assert.Equal(9, (await DocumentsAsync(host, inspection)).Count(document => document.State == DocumentState.Accepted));
        var infected = Assert.Single(await DocumentsAsync(host, inspection), document => document.State == DocumentState.Refused);
        Assert.Equal("infected.txt", infected.FileName);
        if (javaScript)
        {
            await window.CheckAsync("lano-sent");
        }

        // Act: a bad list, its findings, and the list mended.
        await page.GotoAsync("/lano/items/list-2");
        await SendAsync(host, inspection, page, javaScript, host.List("list-2-clean.xlsx"));
        await page.GotoAsync("/lano/items/list-1");
        await SendAsync(host, inspection, page, javaScript, host.List("list-1-101a-date-of-birth-missing.xlsx"));
        var bad = (await DocumentsAsync(host, inspection))[0];
        Assert.Equal(DocumentState.Refused, bad.State);
        await page.GotoAsync($"/lano/documents/{bad.Id}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Errors" })).ToBeVisibleAsync();
        await LookAsync(window, javaScript, "lano-findings");
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download all findings" }).ClickAsync());
        Assert.Equal("findings.xlsx", workbook.SuggestedFilename);
        await SendAsync(host, inspection, page, javaScript, host.List("list-1-clean.xlsx"));

        // Assert: nothing is outstanding.
        await page.GotoAsync("/lano");
        await Assertions.Expect(page.Locator(".room__count").First).ToHaveTextAsync(new Regex("^0 outstanding"));
        await LookAsync(window, javaScript, "lano-done");
        await page.GotoAsync("/lano/receipts");
        await Assertions.Expect(page.GetByText((await DocumentsAsync(host, inspection))[0].Sha256!)).ToBeVisibleAsync();
        await LookAsync(window, javaScript, "lano-receipts");

        // Assert: the deadlines pass, and nobody is reminded or reported.
        var before = Reminders(host, inspection);
        var clock = host.Services.GetRequiredService<SandboxClock>();
        await host.Services.GetRequiredService<SandboxJourney>().ToAsync(clock.GetCurrentInstant() + Duration.FromDays(10));
        Assert.Equal(before, Reminders(host, inspection));
        var loaded = (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!;
        Assert.DoesNotContain(ItemStanding.All(loaded.Case, loaded.Plan, clock.GetCurrentInstant()), item => item.IsOutstanding);
        Assert.DoesNotContain(loaded.Inspection.Owed(clock.GetCurrentInstant()), duty => duty.Step is { } step && AreaSend2024.Full.Asks.IsMetByItems(step) && step != "tracked-children-information");
    }

    private static async Task SendAsync(LanoHost host, Guid inspection, IPage page, bool javaScript, params string[] files)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        if (javaScript)
        {
            await Assertions.Expect(page.Locator("[data-upload-status]")).ToContainTextAsync("accepted so far");
            return;
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{files.Length} of {files.Length} files came in");
        foreach (var document in await DocumentsAsync(host, inspection))
        {
            await host.Services.GetRequiredService<Ingestion>().IngestAsync(document.Id);
        }
    }

    private static async Task LookAsync(Window window, bool javaScript, string name)
    {
        if (javaScript)
        {
            await window.CheckAsync(name);
        }
    }

    /// <summary>The officer's pages that need nothing to have come in.</summary>
    private static async Task LookAroundAsync(Window window)
    {
        foreach (var address in (string[])["/lano/selection", "/lano/help", "/lano/accessibility", "/lano/privacy", "/lano/send", "/lano/items/list-2", "/lano/items/1.1"])
        {
            await window.GoAndCheckAsync(address);
        }
    }

    [Fact]
    public async Task Room_IsSoundOnATelephone()
    {
        // Arrange
        await using var host = await LanoHost.StartAsync();
        var inspection = await host.Services.NotifiedAsync();
        await using var window = await chromium.OpenOnAsync(host.Address, Window.Telephone);
        var page = window.Page;

        // Act, Assert
        await window.GoAndCheckAsync((await host.Services.InvitedAsync(inspection)).PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await window.CheckAsync("lano-room");
        await LookAroundAsync(window);
        await page.GotoAsync("/lano/items/list-1");
        await SendAsync(host, inspection, page, true, host.List("list-1-101a-date-of-birth-missing.xlsx"));
        await window.CheckAsync("lano-item");
        await window.GoAndCheckAsync($"/lano/documents/{(await DocumentsAsync(host, inspection))[0].Id}");
        await SendAsync(host, inspection, page, true, host.List("list-1-clean.xlsx"));
        await window.GoAndCheckAsync("/lano/receipts");
        await window.GoAndCheckAsync("/lano/sign-out");
        await window.PickRoleAsync("Lead inspector");
        await window.GoAndCheckAsync($"/inspections/{inspection}/documents");
        await window.GoAndCheckAsync($"/inspections/{inspection}/people");
        await page.GotoAsync($"/inspections/{inspection}/tracking");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Child A")).ToBeVisibleAsync();
        await window.CheckAsync("tracking");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the selection" }).ClickAsync();
        await page.WaitForURLAsync("**/tracking?done=selected");
        await window.CheckAsync("tracking-selected");
        await page.GotoAsync((await host.Services.InvitedAsync(inspection, "deputy@example.org")).PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.WaitForURLAsync("**/lano");
        await window.GoAndCheckAsync("/lano/selection");
        await window.GoAndCheckAsync("/lano/items/7.1/A");
    }

    private static Task<IReadOnlyList<Document>> DocumentsAsync(LanoHost host, Guid inspection) =>
        host.Services.GetRequiredService<DocumentUploads>().ListAsync(inspection);

    private static IReadOnlyList<string> Reminders(LanoHost host, Guid inspection) =>
        [.. host.Services.MailsOf(inspection, "annex-a").Where(mail => !mail.Contains("tracked", StringComparison.Ordinal)).Order()];
}

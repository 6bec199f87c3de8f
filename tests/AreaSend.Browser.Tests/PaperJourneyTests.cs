using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>
/// The papers themselves, with and without JavaScript, over real storage: the draft from the coordinator to the officer, the comments from the officer to the
/// coordinator, each put and fetched in a browser.
/// </summary>
public class PaperJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Draft_FromTheCoordinatorToTheOfficer_AndCommentsBack(bool javaScript, int width)
    {
        // Arrange: the days on site are over, and the officer has a link.
        await using var host = await LanoHost.StartAsync();
        var inspection = await host.Services.NotifiedAsync();
        var ended = (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!.Plan.Marking(Anchor.OnSiteEnds)!.DueDate!.Value;
        await host.Services.GetRequiredService<SandboxJourney>().ToAsync(LondonTime.At(ended.PlusDays(3), new LocalTime(9, 0)));
        var link = await host.Services.InvitedAsync(inspection);
        await using var coordinator = await chromium.OpenOnAsync(host.Address, width, javaScript);
        await using var officer = await chromium.OpenOnAsync(host.Address, width, javaScript);
        await coordinator.PickRoleAsync("Coordinator");

        // Act: the draft is recorded with its paper.
        var desk = coordinator.Page;
        await desk.GotoAsync($"/inspections/{inspection}/record/draft-shared");
        await desk.GetByLabel("Draft report (optional)").SetInputFilesAsync(host.Text("fictional-draft.txt"));
        await LookAsync(coordinator, "papers-record");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("fictional-draft.txt");
        await LookAsync(coordinator, "papers-preview");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") }).ClickAsync();
        await desk.WaitForURLAsync("**/inspections/*?recorded=*");
        await CheckedAsync(host, inspection);
        await desk.GotoAsync($"/inspections/{inspection}");
        await Assertions.Expect(desk.Locator(".papers a[download]")).ToHaveTextAsync("Draft report");
        await LookAsync(coordinator, "papers-put");

        // Act: the officer fetches it in the room, and hands comments in.
        var room = officer.Page;
        await room.GotoAsync(link.PathAndQuery);
        await room.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await LookAsync(officer, "papers-room");
        var draft = await room.RunAndWaitForDownloadAsync(() => room.GetByRole(AriaRole.Link, new() { Name = "Draft report", Exact = true }).ClickAsync());
        Assert.Equal("fictional-draft.txt", draft.SuggestedFilename);
        await room.GetByRole(AriaRole.Link, new() { Name = "Hand in: comments on the draft report" }).ClickAsync();
        await LookAsync(officer, "papers-hand-in");

        // Nothing chosen is said, and nothing is recorded.
        await room.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
        await Assertions.Expect(room.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await LookAsync(officer, "papers-hand-in-nothing");
        await room.GetByLabel("Choose the file: comments on the draft report").SetInputFilesAsync(host.Text("fictional-comments.txt"));
        await room.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
        await Assertions.Expect(room.Locator("main")).ToContainTextAsync("Receipt");
        await Assertions.Expect(room.Locator("main")).ToContainTextAsync("fictional-comments.txt");
        await CheckedAsync(host, inspection);
        await room.ReloadAsync();
        await Assertions.Expect(room.Locator(".fingerprint")).ToBeVisibleAsync();
        await LookAsync(officer, "papers-receipt");
        await room.GotoAsync("/lano/papers/no-such-paper/hand-in");
        await LookAsync(officer, "papers-room-failure");

        // Assert: the coordinator sees that they came, and has them.
        await desk.GotoAsync($"/inspections/{inspection}");
        await Assertions.Expect(desk.Locator(".papers a[download]", new() { HasText = "Comments on the draft report" })).ToBeVisibleAsync();
        await desk.GotoAsync($"/inspections/{inspection}/history");
        await Assertions.Expect(desk.Locator(".moj-timeline")).ToContainTextAsync("Comments on the draft received");
        await LookAsync(coordinator, "papers-history");

        Task LookAsync(Window window, string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    /// <summary>What came in has passed its checks: the host's own rounds may have done so already.</summary>
    private static async Task CheckedAsync(LanoHost host, Guid inspection)
    {
        await using var context = host.Services.GetRequiredService<StoreDatabase>().Open();
        foreach (var document in await context.Set<Document>().AsNoTracking().Where(row => row.Inspection == inspection).Select(row => row.Id).ToListAsync())
        {
            await host.Services.GetRequiredService<Ingestion>().IngestAsync(document);
        }
    }
}

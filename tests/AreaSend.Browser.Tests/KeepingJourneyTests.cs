using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Keeping;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>An administrator's way from what is proposed to what is gone, and to everything held on a person; and a team as a coordinator puts it together.</summary>
public class KeepingJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(Window.Wide, true)]
    [InlineData(Window.Telephone, true)]
    [InlineData(Window.Telephone, false)]
    public async Task Administrator_HoldsLiftsConfirmsAndTakesOut(int width, bool javaScript)
    {
        await using var host = await LanoHost.StartAsync();
        var id = await host.Services.NotifiedAsync();
        await host.Services.InvitedAsync(id, "fennimore@example.org");
        Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>().RecordAsync(
            id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned for the wrong area")));
        await using var window = await chromium.OpenOnAsync(host.Address, width, javaScript);
        await window.PickRoleAsync("Administrator");
        var page = window.Page;
        await page.GotoAsync("/keeping");
        await LookAsync(window, javaScript, "keeping-empty");

        // Long after, all that the schedule names is proposed.
        var clock = host.Services.GetRequiredService<SandboxClock>();
        await host.Services.GetRequiredService<SandboxJourney>().ToAsync(clock.GetCurrentInstant() + Duration.FromDays(366 * 9));
        await host.Services.GetRequiredService<DisposalProposals>().ProposeAsync(LondonTime.DateOf(clock.GetCurrentInstant()));
        await page.GotoAsync("/keeping");
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Proposed" })).ToContainTextAsync("Person-level lists");
        await LookAsync(window, javaScript, "keeping");

        // It is kept for a study, and then no longer.
        await page.GotoAsync($"/inspections/{id}/history");
        await page.Locator($"a[href='/keeping/inspections/{id}']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it for longer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Select what it is kept for");
        await LookAsync(window, javaScript, "keeping-inspection-errors");
        await page.GetByLabel("Research").CheckAsync();
        await page.GetByLabel("Why?").FillAsync("A study of how plans are written, until spring");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it for longer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("It is kept until somebody lifts this");
        await LookAsync(window, javaScript, "keeping-inspection-kept");
        await page.GotoAsync("/keeping");
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Kept for longer" })).ToContainTextAsync("A study of how plans are written");
        await LookAsync(window, javaScript, "keeping-kept");
        await page.GotoAsync($"/keeping/inspections/{id}");
        await page.GetByLabel("Why need it not be kept any longer?").FillAsync("The study is out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lift: keep it as the schedule says" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("as the schedule says");

        // Everything held on the officer, before it goes.
        await page.GotoAsync("/keeping/people");
        await page.GetByLabel("Name or e-mail address").FillAsync("fennimore@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        var entries = page.Locator("input[name=entry]");
        await Assertions.Expect(entries).ToHaveCountAsync(2);
        await LookAsync(window, javaScript, "keeping-people");
        await entries.First.CheckAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Take out everything held" }).ClickAsync());
        Assert.Equal("held.zip", download.SuggestedFilename);
        await page.GotoAsync("/access-log");
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Access log" })).ToContainTextAsync("Took out all that is held on a person");
        await LookAsync(window, javaScript, "access-log");

        // And it goes.
        await host.Services.GetRequiredService<DisposalProposals>().ProposeAsync(LondonTime.DateOf(clock.GetCurrentInstant()));
        await page.GotoAsync("/keeping");
        await page.GetByRole(AriaRole.Table, new() { Name = "Proposed" }).Locator("tr").Filter(new() { HasText = "Names and addresses" }).GetByRole(AriaRole.Link).ClickAsync();
        await LookAsync(window, javaScript, "keeping-batch");
        await page.GetByLabel("Why now?").FillAsync("The schedule says so");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm: dispose of it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Confirmed");
        await host.Services.GetRequiredService<Disposal>().GoOnAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "Disposed of" }).GetByRole(AriaRole.Link, new() { Name = "Names and addresses" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("Disposed of");
        await LookAsync(window, javaScript, "keeping-batch-done");
        await page.GotoAsync($"/inspections/{id}/people");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("fennimore");
        await LookAsync(window, javaScript, "people-disposed");
    }

    [Theory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Telephone)]
    public async Task Coordinator_PutsATeamTogether(int width)
    {
        await using var host = await LanoHost.StartAsync();
        var id = await host.Services.NotifiedAsync();
        await host.Services.GetRequiredService<StaffDirectory>().RecogniseAsync(
            "https://provider.example.org", "ines", "Ines Fictional", "ines@example.org", coordinates: false, host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant());
        await using var window = await chromium.OpenOnAsync(host.Address, width);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;

        await page.GotoAsync($"/inspections/{id}/people/team");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("team", RegexOptions.IgnoreCase) }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await window.CheckAsync("team-add-errors");
        await page.Locator("select[name='Form.Person']").SelectOptionAsync(new SelectOptionValue { Label = "Ines Fictional, ines@example.org" });
        foreach (var (part, value) in (IEnumerable<(string, string)>)[("Day", "8"), ("Month", "9"), ("Year", "2030")])
        {
            await page.Locator($"[name='Form.From.{part}']").FillAsync(value);
        }

        await window.CheckAsync("team-add");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("team", RegexOptions.IgnoreCase) }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ines Fictional");
        await window.CheckAsync("people-with-team");
        await page.Locator("a[href*='/people/team/']").First.ClickAsync();
        await window.CheckAsync("team-member");
    }

    private static Task LookAsync(Window window, bool javaScript, string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
}

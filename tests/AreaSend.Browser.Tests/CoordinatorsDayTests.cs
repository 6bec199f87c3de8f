using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Testing;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>A coordinator's day over two dozen inspections, with and without JavaScript.</summary>
public class CoordinatorsDayTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide, "Barnsley")]
    [InlineData(true, Window.Telephone, "Hackney")]
    [InlineData(false, Window.Wide, "Northumberland")]
    public async Task Worklist_FromARowToANoteASnoozeAndItsCoordinator(bool javaScript, int width, string area)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/");
        var row = page.Locator(".work__row").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = area }) });
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Heading, new() { Name = "We owe" })).ToBeVisibleAsync();
        await CheckAsync("worklist-opened");

        // A note, which stays on the list.
        await row.GetByRole(AriaRole.Link, new() { Name = "Note or snooze" }).ClickAsync();
        await CheckAsync("worklist-note");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("Rang, 3pm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The note is kept")).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator(".work__note")).ToContainTextAsync("Rang, 3pm");

        // Assigned to somebody else, and found under them.
        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "the coordinator" }).ClickAsync();
        await page.GetByLabel("Fictional Maple").CheckAsync();
        await CheckAsync("worklist-coordinator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The coordinator is assigned")).ToBeVisibleAsync();
        await page.GotoAsync("/");
        if (javaScript && width == Window.Telephone)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show filter" }).ClickAsync();
        }

        await page.GetByLabel("Coordinator", new() { Exact = true }).SelectOptionAsync("Fictional Maple");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Assertions.Expect(row.Locator(".work__about")).ToContainTextAsync("Fictional Maple");

        // Snoozed, and gone from the list until its day.
        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Note or snooze" }).ClickAsync();
        var until = TestPresent.Today.PlusDays(3);
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(until.Day.ToString(CultureInfo.InvariantCulture));
        await page.GetByLabel("Month", new() { Exact = true }).FillAsync(until.Month.ToString(CultureInfo.InvariantCulture));
        await page.GetByLabel("Year", new() { Exact = true }).FillAsync(until.Year.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The inspection is snoozed")).ToBeVisibleAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await page.GetByText("snoozed", new() { Exact = false }).Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = area, Exact = true })).ToBeVisibleAsync();
        await CheckAsync("worklist-snoozed");

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    /// <summary>Addresses are long words: neither the list of e-mails nor one of them is wider than its window.</summary>
    [Theory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Telephone)]
    public async Task Outbox_ListAndAnEmail_FitTheWindow(int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width);
        await window.PickRoleAsync("Coordinator");
        await window.GoAndCheckAsync("/sandbox/outbox");

        await window.Page.Locator("tbody a").First.ClickAsync();

        await Assertions.Expect(window.Page.Locator(".notice__text")).ToBeVisibleAsync();
        await window.CheckAsync("outbox-email");
    }

    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Schedule_FromTheWeekToOneLeadAndTheMonths(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/schedule");
        await Assertions.Expect(page.Locator(".schedule tbody td.schedule__now", new() { HasText = "On site" }).First).ToBeVisibleAsync();
        await CheckAsync("schedule");

        await page.GetByLabel("Lead inspector").SelectOptionAsync("Fictional Birch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("lead=Fictional"));
        Assert.All(await page.Locator(".schedule__lead").AllTextContentsAsync(), lead => Assert.StartsWith("Fictional Birch", lead, StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Link, new() { Name = "Next 13 weeks" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=.*lead=Fictional"));
        await CheckAsync("schedule-of-one-lead-later");

        await page.GetByRole(AriaRole.Link, new() { Name = "Today" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Months and regions" }).ClickAsync();
        await Assertions.Expect(page.Locator(".schedule tbody td", new() { HasText = "on site" }).First).ToBeVisibleAsync();
        await CheckAsync("schedule-months");

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

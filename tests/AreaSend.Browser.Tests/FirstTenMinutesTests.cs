using System.Text.RegularExpressions;
using AreaSend.Browser.Tests.Journeys;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;
using AreaSend.Testing;
using NodaTime;
using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests;

/// <summary>The path of the README, step by step, in an empty sandbox.</summary>
public class FirstTenMinutesTests(Chromium chromium)
{
    private static readonly int Fictional = SandboxFill.RowsOf(Editions.Shipped).Count;

    [Fact]
    public async Task EachStepOfTheReadme_Works()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        var page = coordinator.Page;

        // 1. Filled.
        await page.GetByRole(AriaRole.Link, new() { Name = $"fill it with {Fictional} fictional inspections" }).ClickAsync();
        await coordinator.PressAsync("Fill the sandbox");
        await Assertions.Expect(page.GetByText($"{Fictional} fictional inspections have been made")).ToBeVisibleAsync();

        // 2. A note on a row.
        await page.GetByRole(AriaRole.Link, new() { Name = "Worklist", Exact = true }).ClickAsync();
        var row = page.Locator(".work__row").First;
        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Note or snooze" }).ClickAsync();
        await coordinator.FillAsync([Typed("Note", "rang, 3pm")]);
        await coordinator.PressAsync("Save");
        await Assertions.Expect(page.Locator(".work__note", new() { HasText = "rang, 3pm" })).ToBeVisibleAsync();

        // 3. A lead, and their weeks.
        await page.Locator("#masthead-search").FillAsync("birch");
        await page.Locator("#masthead-search").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^On the schedule") }).ClickAsync();
        await Assertions.Expect(page.Locator(".schedule__lead").First).ToContainTextAsync("Fictional Birch");

        // 4. Planned, and 5. for two weeks later than that.
        var monday = TestPresent.Today.Next(IsoDayOfWeek.Monday).PlusWeeks(8);
        await coordinator.PlanAsync("Kirklees", Iso(monday));
        await coordinator.AskAsync("Re-plan the inspection", Dated("First on-site day", Iso(monday.PlusWeeks(2))), Typed("Why?", "The lead is at another"));
        await Assertions.Expect(page.GetByText("Nobody is written to").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") }).ClickAsync();
        await Assertions.Expect(page.GetByText("The inspection is planned for other days")).ToBeVisibleAsync();

        // 6. The notification.
        await coordinator.MoveClockToAsync(Iso(monday.PlusWeeks(1)));
        await page.GetByRole(AriaRole.Link, new() { Name = "Outbox", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kirklees");

        // 7. Its history.
        await page.GotoAsync($"{coordinator.Inspection}/history");
        await page.Locator(".moj-timeline__item", new() { HasText = "Leaders notified" }).Locator("summary").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Notification, to the director").First).ToBeVisibleAsync();

        // 8. The reports.
        await page.GetByRole(AriaRole.Link, new() { Name = "Reports", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download all as an Excel workbook" }).ClickAsync());
        Assert.Equal("reports.xlsx", download.SuggestedFilename);
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}

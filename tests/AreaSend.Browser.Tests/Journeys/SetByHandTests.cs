using AreaSend.Core.Rules;

using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>What a coordinator decides for many inspections and takes back, on a desk and on a telephone: each page on the way is sound.</summary>
public sealed class SetByHandTests(Chromium chromium)
{
    [Theory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Telephone)]
    public async Task BankHoliday_ProclaimedAndUndone_MovesDatesThereAndBack(int width)
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await ArriveInWeekOneAsync(host, width);
        var (page, window) = (coordinator.Page, coordinator.Window);

        await page.GotoAsync("/calendar/by-hand/decide");
        await coordinator.FillAsync(
        [
            Dated("Which day?", "2027-09-22"), Picked("It becomes a bank holiday"), Typed("What is it called?", "Day of Thanksgiving"),
            Typed("Why?", "Announced in the London Gazette"),
        ]);
        await coordinator.PressAsync("Show what would move");
        await page.GetByText("Lancashire: every date that moves").ClickAsync();
        await window.CheckAsync("by-hand-preview");
        await coordinator.PressAsync("Confirm: proclaim it");
        await page.WaitForURLAsync("**/calendar/by-hand?done=decided");
        await window.CheckAsync("by-hand-decided");
        await UntilDueAsync(coordinator, "Off-site fieldwork begins", "2027-09-24");

        await page.GotoAsync("/calendar/by-hand");
        await page.GetByRole(AriaRole.Table, new() { Name = "Set by hand and in force" }).GetByRole(AriaRole.Link, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo it" })).ToBeVisibleAsync();
        await window.CheckAsync("by-hand-undo");
        await coordinator.PressAsync("Undo it");
        await page.WaitForURLAsync("**/calendar/by-hand?done=undone");
        await window.CheckAsync("by-hand-undone");
        await UntilDueAsync(coordinator, "Off-site fieldwork begins", "2027-09-23");
        await window.GoAndCheckAsync($"{coordinator.Inspection}/history");
    }

    [Theory]
    [InlineData(Window.Wide)]
    [InlineData(Window.Telephone)]
    public async Task Publication_HeldAndLifted_MovesItThereAndBack(int width)
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await ArriveInWeekOneAsync(host, width);
        var (page, window) = (coordinator.Page, coordinator.Window);
        var due = (await coordinator.TimetableAsync())["Report published"].Date;

        await page.GetByRole(AriaRole.Link, new() { Name = "Hold publication", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("The report on Lancashire")).ToBeCheckedAsync();
        await coordinator.FillAsync(
            [Dated("First day on which reports may be published again", "2028-01-18"), Typed("Why? This is what they are told", "The pre-election period of a fictional by-election")]);
        await coordinator.PressAsync("Show what would move");
        await page.GetByText("Lancashire: every date that moves").ClickAsync();
        await window.CheckAsync("hold-preview");
        await coordinator.PressAsync("Confirm: hold publication");
        await page.WaitForURLAsync("**/publication?done=held");
        await window.CheckAsync("holds");
        await UntilDueAsync(coordinator, "Report published", "2028-01-18");
        await Assertions.Expect(page.Locator(".govuk-inset-text")).ToContainTextAsync("Publication is held until Tuesday 18 January 2028");
        await window.CheckAsync("inspection-held");

        await page.GetByRole(AriaRole.Link, new() { Name = "Holds of publication" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lift early" }).ClickAsync();
        await coordinator.FillAsync([Typed("Why? This is what they are told", "The by-election is called off")]);
        await window.CheckAsync("hold-lift");
        await coordinator.PressAsync("Confirm: lift the hold");
        await page.WaitForURLAsync("**/publication?done=lifted");
        await Assertions.Expect(page.GetByText("No publication is held.")).ToBeVisibleAsync();
        await UntilDueAsync(coordinator, "Report published", due);
        await window.GoAndCheckAsync($"{coordinator.Inspection}/history");
    }

    private async Task<Coordinator> ArriveInWeekOneAsync(ConsoleHost host, int width)
    {
        var coordinator = await Coordinator.ArriveAsync(chromium, host, width: width);
        await coordinator.PlanAsync("Lancashire", "2027-09-27");
        await coordinator.MoveClockToAsync("2027-09-14");
        return coordinator;
    }

    private static async Task UntilDueAsync(Coordinator coordinator, string step, string date)
    {
        await coordinator.Page.GotoAsync(coordinator.Inspection);
        await coordinator.UntilAsync($"\"{step}\" is due on {date}", async () => (await TimetableOnPage.ReadAsync(coordinator.Page))[step].Date == date);
    }
}

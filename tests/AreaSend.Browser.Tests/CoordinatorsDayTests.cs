using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests;

/// <summary>A coordinator's day over two dozen inspections, with and without JavaScript.</summary>
public class CoordinatorsDayTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Desk)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Desk)]
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

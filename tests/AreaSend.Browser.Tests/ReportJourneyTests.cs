using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests;

/// <summary>From all inspections to those of a region, with and without JavaScript.</summary>
public class ReportJourneyTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Reports_FromAllToARegionAndAFile(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Reader");
        var page = window.Page;
        await page.GotoAsync("/reports");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Outcomes by year" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^From the last on-site day to publication") })).ToBeVisibleAsync();
        await CheckAsync("reports");

        if (javaScript && width == Window.Telephone)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show filter" }).ClickAsync();
        }

        await page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("London");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("region=London"));
        Assert.All(await page.Locator("#regions ~ table tbody th").AllTextContentsAsync(), region => Assert.Equal("London", region.Trim()));
        await CheckAsync("reports-of-a-region");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download all as an Excel workbook" }).ClickAsync());
        Assert.Equal("reports.xlsx", download.SuggestedFilename);

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

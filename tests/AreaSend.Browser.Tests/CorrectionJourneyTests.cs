using System.Text.RegularExpressions;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;

namespace AreaSend.Browser.Tests;

/// <summary>A wrong outcome is put right from the history, with and without JavaScript: previewed, with a reason, on a complete inspection too.</summary>
public class CorrectionJourneyTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide, "complete: typically positive", "2")]
    [InlineData(true, Window.Telephone, "published; a strategic plan is awaited", "1")]
    [InlineData(false, Window.Wide, "a complaint is looked into", "1")]
    public async Task Outcome_TypedWrong_IsCorrectedAndBothAreKept(bool javaScript, int width, string shows, string right)
    {
        var inspection = SandboxFill.RowsOf(Editions.Shipped).Single(row => row.Shows == shows).Inspection;
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync($"/inspections/{inspection}/history");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Correct\\s*:\\s*Final report") }).First.ClickAsync();
        await LookAsync("correct");

        // Without a reason nothing is previewed.
        await page.Locator($"input[name='Form.Outcome'][value='{right}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("why it is corrected");
        await LookAsync("correct-error");
        await page.GetByLabel("Why is it corrected?").FillAsync("The wrong outcome was typed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("correction about the area SEND inspection");
        await LookAsync("correct-preview");
        if (await page.Locator("input[name='Form.Known']").CountAsync() > 0)
        {
            await page.Locator("input[name='Form.Known']").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") }).ClickAsync();

        await Assertions.Expect(page.GetByText("The entry is corrected")).ToBeVisibleAsync();
        await page.GotoAsync($"/inspections/{inspection}/history");
        await Assertions.Expect(page.Locator(".moj-timeline")).ToContainTextAsync("The wrong outcome was typed");
        await Assertions.Expect(page.Locator(".moj-timeline").GetByText("Corrected", new() { Exact = true }).First).ToBeVisibleAsync();
        await LookAsync("corrected");

        Task LookAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Testing;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>From what an area is due for to a planned inspection, with and without JavaScript.</summary>
public class ProgrammeJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, Window.Wide, "Shropshire")]
    [InlineData(true, Window.Telephone, "Rutland")]
    [InlineData(false, Window.Wide, "Dorset")]
    public async Task Programme_FromTheListToAPlan_SaysWhyAtEachStep(bool javaScript, int width, string area)
    {
        // Arrange
        await using var window = await chromium.OpenAsAsync("Coordinator", width, javaScript);
        var page = window.Page;
        var today = TestPresent.Today;

        // Act: found in the programme
        await page.GotoAsync($"/programme?text={area}");
        await page.GetByText("Why this date?").First.ClickAsync();
        await Assertions.Expect(page.GetByText("The cycle is that of").First).ToBeVisibleAsync();
        await CheckAsync("programme-why");
        await page.GetByRole(AriaRole.Link, new() { Name = area, Exact = true }).ClickAsync();

        // Act: brought forward
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a decision of the regional director" }).ClickAsync();
        await page.GetByLabel("The next full inspection, sooner than it is due").CheckAsync();
        await FillAsync("When was it decided?", today.PlusDays(-1));
        await FillAsync("By when is it to take place?", today.PlusDays(100));
        await page.GetByLabel("Why?", new() { Exact = true }).FillAsync("Concerns of families");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record this decision" }).ClickAsync();

        // Assert
        await Assertions.Expect(page.GetByText("The decision has been recorded")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Full inspection by {LondonTime.Show(today.PlusDays(100))}" })).ToBeVisibleAsync();
        await CheckAsync("programme-brought-forward");

        // Act: proposed, and on to the preview of its plan
        await page.GotoAsync("/programme/propose");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await CheckAsync("programme-proposal");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"of {area} from") }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan this inspection" }).First.ClickAsync();

        // Assert
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/inspections/[0-9a-f-]{36}\?recorded=planned$"));
        await page.GotoAsync("/programme/load");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{area} ?, full inspection") }).First).ToBeVisibleAsync();
        await CheckAsync("programme-load-with-one");

        async Task FillAsync(string legend, LocalDate date)
        {
            var group = page.GetByRole(AriaRole.Group, new() { Name = legend });
            await group.GetByLabel("Day", new() { Exact = true }).FillAsync(date.Day.ToString(CultureInfo.InvariantCulture));
            await group.GetByLabel("Month", new() { Exact = true }).FillAsync(date.Month.ToString(CultureInfo.InvariantCulture));
            await group.GetByLabel("Year", new() { Exact = true }).FillAsync(date.Year.ToString(CultureInfo.InvariantCulture));
        }

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

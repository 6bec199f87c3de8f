using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Testing;
using NodaTime;

namespace AreaSend.Browser.Tests;

/// <summary>An inspection is planned, with and without JavaScript: nothing is kept before one has seen what it will do.</summary>
public class PlanJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, Window.Wide, "Camden")]
    [InlineData(true, Window.Telephone, "Lancashire")]
    [InlineData(false, Window.Wide, "Kent")]
    public async Task Plan_PreviewedAndCommitted_IsOnTheList(bool javaScript, int width, string area)
    {
        // Arrange
        await using var window = await chromium.OpenAsAsync("Coordinator", width, javaScript);
        var page = window.Page;
        var onSite = Wednesday();
        await page.GotoAsync("/inspections/plan");

        // Act
        await page.GetByLabel("Local area").SelectOptionAsync(area);
        var firstDay = page.GetByRole(AriaRole.Group, new() { Name = "First on-site day" });
        await firstDay.GetByLabel("Day", new() { Exact = true }).FillAsync(onSite.Day.ToString(CultureInfo.InvariantCulture));
        await firstDay.GetByLabel("Month", new() { Exact = true }).FillAsync(onSite.Month.ToString(CultureInfo.InvariantCulture));
        await firstDay.GetByLabel("Year", new() { Exact = true }).FillAsync(onSite.Year.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();

        // Assert
        await Assertions.Expect(page.GetByText("On-site days usually start on a Monday")).ToBeVisibleAsync();
        if (javaScript)
        {
            await window.CheckAsync("plan-preview");
        }

        // Act
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan this inspection" }).First.ClickAsync();

        // Assert
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/inspections/[0-9a-f-]{36}\?recorded=planned$"));
        await page.GotoAsync($"/inspections?text={area}");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = area, Exact = true })).ToBeVisibleAsync();
        if (javaScript)
        {
            await window.CheckAsync("inspections-with-one");
        }
    }

    // Some ten weeks ahead, and clear of Christmas: no other bank holiday falls on a Wednesday.
    private static LocalDate Wednesday()
    {
        var day = TestPresent.Today.PlusWeeks(10).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Wednesday));
        return (day.Month, day.Day) is (12, > 19) or (1, < 6) ? day.PlusWeeks(3) : day;
    }
}

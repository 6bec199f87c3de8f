using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests;

/// <summary>The worked example as a person lives it, with and without JavaScript.</summary>
public class FormJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_SentWithErrorsThenPutRight_IsDoneOnce(bool javaScript)
    {
        // Arrange
        await using var window = await chromium.OpenAsAsync("Coordinator", javaScript: javaScript);
        var page = window.Page;
        await page.GotoAsync("/sandbox/patterns/form");

        // Act: a month is missing.
        await page.GetByLabel("Area").SelectOptionAsync("Southby");
        await page.GetByLabel("Day").FillAsync("6");
        await page.GetByLabel("Year").FillAsync("2026");
        await page.GetByLabel("Why do they ask?").FillAsync("Snow");
        await page.GetByLabel("No", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        // Assert
        await Assertions.Expect(page).ToHaveTitleAsync("Error: Ask for a deferral – AreaSend");
        await Assertions.Expect(page.GetByLabel("Why do they ask?")).ToHaveValueAsync("Snow");
        if (javaScript)
        {
            await window.CheckAsync("form-with-errors");
        }

        // Act: the error leads to the box.
        await page.GetByRole(AriaRole.Link, new() { Name = "Date they asked must include a month" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Month")).ToBeInViewportAsync();
        await page.GetByLabel("Month").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        // Assert
        await Assertions.Expect(page.GetByText("That would have been saved")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/sandbox/patterns\?done=example$"));
    }
}

namespace AreaSend.Browser.Tests;

/// <summary>From the worklist and from an inspection to the calendars, and what a calendar program is given there.</summary>
public class CalendarJourneyTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Calendars_OfACoordinatorALeadAndOneInspection(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Take the dates into your calendar" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What Fictional Maple coordinates and leads" })).ToBeVisibleAsync();
        await LookAsync("calendars");

        var ofCoordinator = await ReadAsync(page.Locator("h2:has-text('Fictional Maple') + p a"));
        Assert.Contains("Inspections of Fictional Maple", ofCoordinator, StringComparison.Ordinal);
        var ofLead = await ReadAsync(page.Locator("li:has-text('Fictional Birch') a"));
        var ofCqc = await ReadAsync(page.Locator("li:has-text('Fictional Elm') a"));
        Assert.All([ofCoordinator, ofLead, ofCqc], calendar => Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal));

        // One inspection, with its meetings and windows.
        await page.GotoAsync("/inspections");
        await page.GetByRole(AriaRole.Link, new() { Name = "Barnsley", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take these dates into your calendar" }).ClickAsync();
        await LookAsync("calendars-of-an-inspection");
        var ofOne = await ReadAsync(page.Locator("h2:has-text('Inspection of Barnsley') + p a"));
        Assert.Contains("Inspectors are on site", ofOne, StringComparison.Ordinal);
        Assert.Contains("Feedback meeting", ofOne, StringComparison.Ordinal);

        Task LookAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;

        async Task<string> ReadAsync(ILocator address)
        {
            var answer = await page.APIRequest.GetAsync(new Uri((await address.GetAttributeAsync("href"))!).PathAndQuery);
            Assert.StartsWith("text/calendar", answer.Headers["content-type"], StringComparison.Ordinal);

            // A calendar folds its lines.
            return (await answer.TextAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        }
    }
}

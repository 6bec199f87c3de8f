using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;
using AreaSend.Testing;
using NodaTime;
using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests;

/// <summary>Other areas for priority action than those on record have to be meant: the page says which there are, and wants a tick.</summary>
public class OtherAreasTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Plan_OtherAreasThanTheRecords_AsksWhetherThatIsMeant(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        var area = SandboxFill.RowsOf(Editions.Shipped).Single(row => row.Shows == "complete: widespread failings").Area;
        var monday = TestPresent.Today.Next(IsoDayOfWeek.Monday).PlusWeeks(12);
        await page.GotoAsync("/inspections/plan?kind=monitoring");
        await Chosen("Local area", area)(page);
        await page.Locator("input[name='Form.Kind'][value='monitoring']").CheckAsync();
        await Dated("First on-site day", NodaTime.Text.LocalDatePattern.Iso.Format(monday))(page);
        await page.Locator("input[name='Form.Grounds'][value='outcome']").CheckAsync();
        await page.Locator("[name='Form.PriorityAreas']").FillAsync("Fictional short breaks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();

        var tick = page.GetByLabel("The areas that I typed stand in the place of those on record");
        await Assertions.Expect(tick).ToBeVisibleAsync();
        await LookAsync("plan-other-areas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan this inspection" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Tick that the areas you typed");
        await LookAsync("plan-other-areas-error");

        Task LookAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

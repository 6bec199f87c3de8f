using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests;

/// <summary>From a name that somebody remembers to the page it stands on, with and without JavaScript.</summary>
public class FindAnythingTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Telephone)]
    public async Task Search_FromTheHeaderToAnAreaALeadAndAnInspection(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        var header = page.Locator("header").GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

        // An area, and its inspection.
        await header.FillAsync("barns");
        await header.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Areas" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inspections", Exact = true })).ToBeVisibleAsync();
        await CheckAsync("search-area");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = "Barnsley", Exact = true }).First.ClickAsync();
        var address = page.Url;
        Assert.Matches("/inspections/[0-9a-f-]{36}$", address);

        // Its address, pasted.
        await header.FillAsync(address);
        await page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);

        // A lead, and on to the schedule.
        await header.FillAsync("birch");
        await header.PressAsync("Enter");
        await CheckAsync("search-lead");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^On the schedule") }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("lead=Fictional%20Birch"));

        // Nobody.
        await header.FillAsync("Zebedee");
        await header.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nothing is called “Zebedee”")).ToBeVisibleAsync();
        await CheckAsync("search-nothing");
        await page.Locator("main").GetByRole(AriaRole.Searchbox).Or(page.Locator("main input[name=q]")).FillAsync("z");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter at least 2 characters");
        await CheckAsync("search-too-short");

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Areas_ByLetterAndByPage(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Reader");
        var page = window.Page;
        await page.GotoAsync("/areas");
        await CheckAsync("areas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.GetByText("153 areas, page 2 of 7")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "W", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody th a").First).ToHaveTextAsync(new Regex("^W"));
        await CheckAsync("areas-of-a-letter");

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    [Theory]
    [InlineData(true, Window.Wide, "2027-10-04", "Kirklees", "Knowsley")]
    [InlineData(true, Window.Telephone, "2027-10-11", "Liverpool", "Leicester")]
    [InlineData(false, Window.Wide, "2027-10-18", "Luton", "Halton")]
    public async Task Plan_ManyFromAFile_OneOfThemRePlanned(bool javaScript, int width, string onSite, string first, string second)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/inspections/plan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan many from a file" }).ClickAsync();

        // A file with a mistake is planned by nobody.
        await SendAsync($"area,on_site_starts\n{first},{onSite}\nNarnia,{onSite}\n");
        await Assertions.Expect(page.GetByText("There is no area “Narnia”")).ToBeVisibleAsync();
        await CheckAsync("plan-import-findings");

        // A good one is shown, then planned.
        await SendAsync($"area,on_site_starts,lead_name,lead_email\n{first},{onSite},Fictional Larch,larch@example.org\n{second},{onSite},Fictional Larch,larch@example.org\n");
        await Assertions.Expect(page.GetByText("Fictional Larch would lead two at once, on lines 2 and 3.")).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = $"Line 2, {first}" }).ClickAsync();
        await CheckAsync("plan-import-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan these 2 inspections" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("2 inspections are planned")).ToBeVisibleAsync();
        await CheckAsync("plan-import-done");

        // One of them on other days.
        await page.GotoAsync($"/search?q={first}");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = first, Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Re-plan the inspection" }).ClickAsync();
        await page.GetByLabel("Month", new() { Exact = true }).First.FillAsync("11");
        await page.GetByLabel("Day", new() { Exact = true }).First.FillAsync("8");
        await page.GetByLabel("Why?", new() { Exact = true }).FillAsync("The lead is at another");
        await CheckAsync("re-plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await CheckAsync("re-plan-preview");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm") }).ClickAsync();
        await Assertions.Expect(page.GetByText("The inspection is planned for other days")).ToBeVisibleAsync();

        Task SendAsync(string text) => Task.WhenAll(
            page.WaitForResponseAsync(response => response.Request.Method == "POST"),
            FileAsync(text));

        async Task FileAsync(string text)
        {
            await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "plan.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
            await page.GetByRole(AriaRole.Button, new() { Name = "Show what would be planned" }).ClickAsync();
        }

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }
}

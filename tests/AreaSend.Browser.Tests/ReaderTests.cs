using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests;

/// <summary>Pages in words for their reader: a history by act, the engine behind a link, help, and paper that says how old it is; with and without JavaScript.</summary>
public class ReaderTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task History_FromAnActToWhatCameOfIt_TheEngineAndHelp(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/search?q=Barnsley");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = "Barnsley", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();

        // The notification, and the e-mails that it brought.
        var notified = page.Locator(".moj-timeline__item").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Leaders notified" }) });
        await notified.Locator("summary").ClickAsync();
        await Assertions.Expect(notified.GetByText("Notification, to the director").First).ToBeVisibleAsync();
        await CheckAsync("history-by-act");

        // The engine, for who looks after it.
        await Assertions.Expect(page.Locator(".moj-sub-navigation")).Not.ToContainTextAsync("Engine");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^How the engine keeps") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Engine", Exact = true })).ToBeVisibleAsync();
        await CheckAsync("engine-behind-a-link");

        // Help for another reader, from the footer.
        await page.GetByRole(AriaRole.Link, new() { Name = "Help for inspectors" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Help for inspectors", Level = 1 })).ToBeVisibleAsync();
        await CheckAsync("help-inspectors");

        Task CheckAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    [Theory]
    [InlineData("/schedule")]
    [InlineData("/")]
    [InlineData("/areas")]
    public async Task Paper_SaysHowOldItIs_AndCarriesNoMenu(string address)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, Window.Wide);
        await window.PickRoleAsync("Coordinator");
        await window.Page.GotoAsync(address);
        await Assertions.Expect(window.Page.Locator(".as-of")).ToBeHiddenAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(window.Page.Locator(".as-of")).ToHaveTextAsync(new Regex(@"^AreaSend, as of \w+day \d+ \w+ \d{4}, \d+(:\d\d)?[ap]m$"));
        await Assertions.Expect(window.Page.Locator(".as-of")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".govuk-service-navigation")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator(".masthead__search")).ToBeHiddenAsync();
    }
}

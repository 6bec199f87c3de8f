using System.Text.RegularExpressions;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;

namespace AreaSend.Browser.Tests;

/// <summary>What cannot be tried with a clock alone, by a click: an e-mail comes back, and one is the officer, the deputy or a leader.</summary>
public class SandboxKnobTests(Chromium chromium, FilledConsole console) : IClassFixture<FilledConsole>
{
    private static readonly Guid WithAnOfficer = SandboxFill.RowsOf(Editions.Shipped).Single(row => row.Shows == "inspectors are on site").Inspection;

    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Mail_ReadAndBounced_StandsOnTheWorklistOfItsInspection(bool javaScript, int width)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync("/sandbox/outbox");
        await LookAsync("outbox");
        await page.Locator("tbody a[href^='/sandbox/outbox/']").Nth(width == Window.Telephone ? 5 : javaScript ? 3 : 4).ClickAsync();
        var mail = new Uri(page.Url).AbsolutePath;
        await LookAsync("outbox-mail");
        await page.GetByRole(AriaRole.Link, new() { Name = "See its HTML part" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who to call" })).ToBeVisibleAsync();
        await page.GotoAsync(mail);

        await page.GetByRole(AriaRole.Button, new() { Name = "Bounce it" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The e-mail has come back")).ToBeVisibleAsync();
        await LookAsync("outbox-bounced");
        await page.GetByRole(AriaRole.Link, new() { Name = "The notice that it is of" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("There is no such mailbox");
        await LookAsync("notice-bounced");

        Task LookAsync(string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;
    }

    [Theory]
    [InlineData(true, Window.Wide, "Be the local area nominated officer", "Nominated officer", "/lano$")]
    [InlineData(true, Window.Telephone, "Be the deputy local area nominated officer", "Deputy of the nominated officer", "/lano$")]
    [InlineData(false, Window.Wide, "Be the director of children's services", "Director of children's services", "/leaders$")]
    public async Task OneClick_MakesOneSomebodyOfTheArea(bool javaScript, int width, string button, string who, string room)
    {
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        var page = window.Page;
        await page.GotoAsync($"/inspections/{WithAnOfficer}");

        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(room));
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(who);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("020 7946 0100");
        if (javaScript)
        {
            await window.CheckAsync($"be-{who}");
        }

        // The coordinator has not left.
        await page.GotoAsync($"/inspections/{WithAnOfficer}/people");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Access of the nominated officer and the deputy" })).ToBeVisibleAsync();
        if (javaScript)
        {
            await window.CheckAsync("people-with-a-deputy");
        }
    }
}

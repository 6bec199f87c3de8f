using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Testing;
using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>A leader's and a forum's way from the link in the notification to their page and out, with and without JavaScript, on a desk and on a telephone.</summary>
public class LeaderJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(RecipientRole.Dcs, Window.Wide, true)]
    [InlineData(RecipientRole.Dcs, Window.Telephone, true)]
    [InlineData(RecipientRole.Pcf, Window.Telephone, true)]
    [InlineData(RecipientRole.Icb, Window.Wide, false)]
    public async Task Leader_ByTheLinkOfTheNotification_SeesWhereItStandsAndSignsOut(RecipientRole role, int width, bool javaScript)
    {
        // Arrange
        await using var host = await LanoHost.StartAsync();
        var link = await host.Services.NotifiedLinkAsync(await host.Services.NotifiedAsync(), role);
        await using var window = await chromium.OpenOnAsync(host.Address, width, javaScript);
        var page = window.Page;

        // Act and assert
        await page.GotoAsync(link.PathAndQuery);
        await LookAsync(window, javaScript, $"leaders-enter-{role}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/leaders$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Dates" })).ToContainTextAsync("Inspectors come on site");
        await page.GetByText("These dates in your own calendar").ClickAsync();
        await LookAsync(window, javaScript, $"leaders-{role}");
        foreach (var address in (string[])["/leaders/help", "/leaders/accessibility", "/leaders/privacy", "/leaders/sign-out"])
        {
            await page.GotoAsync(address);
            await LookAsync(window, javaScript, address);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/leaders/sign-in$"));
        await LookAsync(window, javaScript, "leaders-sign-in");
    }

    private static async Task LookAsync(Window window, bool javaScript, string name)
    {
        if (javaScript)
        {
            await window.CheckAsync(name);
        }
    }
}

using AreaSend.Core.Rules;

using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>Each kind of page of an inspection in week 2, on a desk and on a telephone: nothing that axe finds, no complaint in the console, nothing that scrolls sideways.</summary>
public sealed class InspectionPagesTests(Chromium chromium)
{
    [Fact]
    public async Task Pages_OfAnInspectionInWeekTwo_AreSoundAtBothWidths()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        await coordinator.PlanAsync("Lancashire", "2027-09-27", Typed("Name", "Fictional Lead"), Typed("E-mail address", "lead@example.org"));
        await coordinator.MoveClockToAsync("2027-09-13");
        await coordinator.RecordAsync("Record the nominated officer (LANO)", Typed("Officer's name", "Fictional Officer"), Typed("Officer's e-mail address", "officer@example.org"));
        await coordinator.MoveClockToAsync("2027-09-22");
        await coordinator.Page.GotoAsync($"{coordinator.Inspection}/notices");
        var notice = await coordinator.Page.Locator("main tbody a").First.GetAttributeAsync("href");

        foreach (var width in (int[])[Window.Wide, Window.Telephone])
        {
            await using var window = await chromium.OpenOnAsync(host.Address, width);
            await window.PickRoleAsync("Coordinator");
            foreach (var address in Addresses(coordinator.Inspection, notice!))
            {
                await window.GoAndCheckAsync(address);
            }

            var there = new Coordinator(window, host, coordinator.Inspection);
            await there.AskAsync("Pause the inspection", ToldWhy("Flooding at the council's offices"));
            foreach (var mail in await window.Page.Locator("main details.email summary").AllAsync())
            {
                await mail.ClickAsync();
            }

            await window.CheckAsync("confirm-pause");
            await CheckWarningsAsync(there);
            await there.PreviewPlanAsync("Kent", "2027-10-11");
            await window.CheckAsync("plan-preview");
        }
    }

    /// <summary>Where the handbook's order is at stake, the console warns, and records only for somebody who says that they know.</summary>
    private static async Task CheckWarningsAsync(Coordinator there)
    {
        await there.AskAsync(
            "Set a deadline by hand", Chosen("Which deadline?", "Draft report shared"), Dated("New deadline", "2027-12-20"), ToldWhy("The lead inspector is ill"));
        await Assertions.Expect(there.Page.GetByText("after what follows it in the handbook").First).ToBeVisibleAsync();
        await there.Window.CheckAsync("confirm-warned");
        await there.PressAsync("Confirm: set a deadline by hand");
        await there.Page.GetByRole(AriaRole.Link, new() { Name = "Tick that you know what the page warns of" }).ClickAsync();
        await Assertions.Expect(there.Page.GetByLabel("I know what the page warns of")).ToBeFocusedAsync();
        await there.Window.CheckAsync("confirm-not-ticked");
    }

    private static string[] Addresses(string inspection, string notice) =>
    [
        inspection, $"{inspection}/history", $"{inspection}/notices", notice, $"{inspection}/people", $"{inspection}/engine",
        $"{inspection}/record/items-received", $"{inspection}/record/deadline", $"{inspection}/record/published", $"{inspection}/record/withdrawn",
        $"/publication/hold?inspection={inspection.Split('/')[^1]}",
        "/", "/inspections", "/calendar/what-if?On.Day=23&On.Month=9&On.Year=2027&Called=Thanksgiving", "/sandbox/clock",
    ];
}

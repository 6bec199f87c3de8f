using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>What else can become of an inspection: it is withdrawn, a bank holiday is proclaimed, somebody cannot be written to.</summary>
public sealed class TurnsOfEventsTests(Chromium chromium)
{
    [Fact]
    public async Task Withdrawn_TellsEverybodyWhoHadBeenToldAndEndsIt()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        await coordinator.PlanAsync("Lancashire", "2027-09-27");
        await coordinator.MoveClockToAsync("2027-09-14");

        var withdrawn = await coordinator.RecordAsync("Withdraw the inspection", ToldWhy("Planned for the wrong area"));

        Assert.All(withdrawn.Mails, mail => Assert.StartsWith("Withdrawn, to the ", mail.Summary, StringComparison.Ordinal));
        Assert.Equal(["pcf.888@example.org"], coordinator.Outbox.AddressesOf("withdrawn", "pcf"));
        var sent = coordinator.Outbox.Read().Count;
        await coordinator.MoveClockToAsync("2027-11-01");
        Assert.Equal(sent, coordinator.Outbox.Read().Count);
        Assert.Equal("No longer due", (await coordinator.TimetableAsync())["Draft report shared"].State);
    }

    [Fact]
    public async Task Withdrawn_BeforeNotification_TellsNobody()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        await coordinator.PlanAsync("Lancashire", "2027-09-27");

        var withdrawn = await coordinator.RecordAsync("Withdraw the inspection", Typed("Why?", "Planned for the wrong area"));
        await coordinator.MoveClockToAsync("2027-09-27");

        Assert.Empty(withdrawn.Mails);
        Assert.Empty(coordinator.Outbox.Read());
    }

    [Fact]
    public async Task BankHolidayProclaimed_MovesWhatIsOpenAndSaysWhy()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        await coordinator.PlanAsync("Lancashire", "2027-09-27");
        await coordinator.MoveClockToAsync("2027-09-14"); // Tuesday: the lists were due on it, the Friday is to come
        Assert.Equal("2027-09-23", (await coordinator.TimetableAsync())["Off-site fieldwork begins"].Date);

        await coordinator.Page.GotoAsync("/calendar/what-if");
        await coordinator.FillAsync([Dated("Which day?", "2027-09-22"), Typed("What would it be called?", "Day of Thanksgiving")]);
        await coordinator.PressAsync("Show what would move");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "proclaim it by hand" }).ClickAsync();
        await coordinator.FillAsync([Typed("Why?", "Announced in the London Gazette.")]);
        await coordinator.PressAsync("Show what would move");
        await coordinator.Page.GetByText("Lancashire: every date that moves").ClickAsync();
        var row = coordinator.Page.GetByRole(AriaRole.Table, new() { Name = "Dates of Lancashire that move" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Off-site fieldwork begins" });
        await Assertions.Expect(row).ToContainTextAsync("Thursday 23 September 2027");
        await Assertions.Expect(row).ToContainTextAsync("Friday 24 September 2027");
        await coordinator.PressAsync("Confirm: proclaim it");
        await coordinator.Page.WaitForURLAsync("**/calendar/by-hand?done=decided");

        await coordinator.UntilAsync("the director has been told", () => Task.FromResult(coordinator.Outbox.AddressesOf("dates-changed", "dcs").Count > 0));
        var told = coordinator.Outbox.Read().First(mail => mail.Is("dates-changed", "dcs"));
        Assert.Contains("Day of Thanksgiving", told.Text, StringComparison.Ordinal);
        var timetable = await coordinator.TimetableAsync();
        Assert.Equal("2027-09-24", timetable["Off-site fieldwork begins"].Date);
        Assert.Equal("2027-09-14", timetable["Person-level lists 1 and 2"].Date);
        await coordinator.Page.GotoAsync($"{coordinator.Inspection}/history");
        await Assertions.Expect(coordinator.Page.GetByText("Bank holidays changed")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ContactMissing_IsOnTheWorklistBeforeItIsNeeded_AndTheNoticeGoesOnceItIsMended()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        var page = coordinator.Page;
        await page.GotoAsync("/areas/888");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change Fictional Parent Carer Forum, Lancashire" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove this contact" }).ClickAsync();
        await page.Locator("main form").GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**/areas/888*");

        // Shown when planning, and from then on.
        await coordinator.PreviewPlanAsync("Lancashire", "2027-09-27");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Parent Carer Forum" }).Filter(new() { HasText = "Missing" })).ToBeVisibleAsync();
        await coordinator.CommitPlanAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("#concerns")).ToContainTextAsync("Parent Carer Forum");

        // Needed: the others are written to, the forum's notice waits where nobody can overlook it.
        await coordinator.MoveClockToAsync("2027-09-13");
        var unserved = page.Locator(".work__row").Filter(new() { HasText = "Not served" }).Filter(new() { HasText = "Lancashire" });
        await page.GotoAsync("/");
        await coordinator.UntilAsync("the worklist shows the notice that is not served", () => unserved.IsVisibleAsync());
        Assert.Equal(["dcs.888@example.org"], coordinator.Outbox.AddressesOf("notification", "dcs"));
        Assert.Empty(coordinator.Outbox.AddressesOf("notification", "pcf"));

        // Mended.
        await page.GotoAsync("/areas/888/contacts/add?role=Pcf");
        await coordinator.FillAsync([Typed("Name", "Fictional Forum"), Typed("E-mail address", "forum@example.org"), Dated("First day in the role", "2027-09-13")]);
        await coordinator.PressAsync("Add this contact");
        await page.WaitForURLAsync("**/areas/888?done=*");
        await coordinator.UntilAsync("the forum has been notified", () => Task.FromResult(coordinator.Outbox.AddressesOf("notification", "pcf").Count > 0));
        Assert.Equal(["forum@example.org"], coordinator.Outbox.AddressesOf("notification", "pcf"));
        await page.GotoAsync("/");
        await coordinator.UntilAsync("the worklist is clear of it", async () => !await unserved.IsVisibleAsync());
    }
}

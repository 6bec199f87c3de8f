using AreaSend.Core.Rules;

using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>
/// A whole inspection as its coordinator lives it, on site from Monday 8 May 2028: a bank holiday in week 2 puts notification in the week
/// before week 1, another falls between the feedback meeting and the draft. The dates are counted by hand from the handbook.
/// </summary>
public sealed class WholeInspectionTests(Chromium chromium)
{
    private const string OnSite = "2028-05-08";

    // Step, due day, clock time on the page.
    private static readonly (string Step, string Date, string Clock)[] Planned =
    [
        ("Director of children's services notified", "2028-04-21", ", 9am"), // ten working days before 8 May; 1 May is no working day
        ("Chief executive of the integrated care board notified", "2028-04-21", ""),
        ("Parent Carer Forum told", "2028-04-21", ""),
        ("Local area nominated officer (LANO) named", "2028-04-24", ", 11am"), // the Monday after that Friday
        ("Person-level lists 1 and 2", "2028-04-24", ", 11am"),
        ("List of providers and settings", "2028-04-24", ", 11am"),
        ("Annex A items 1.1 to 1.7", "2028-04-24", ", 11am"),
        ("About 6 children and young people selected for tracking", "2028-04-24", ", 5pm"),
        ("Annex A items 2.1 to 6.4", "2028-04-28", ", 5pm"), // Friday of week 1, which begins on 24 April
        ("Annex A items 7.1 to 7.7 for each tracked child", "2028-04-28", ", 5pm"),
        ("Surveys close", "2028-05-02", ", 9am"), // sixth after 21 April, without 1 May
        ("Off-site fieldwork begins", "2028-05-04", ""), // eighth
        ("Inspectors come on site", OnSite, ""),
        ("Feedback meeting on the last on-site day", "2028-05-12", ""),
        ("Local area may call a senior Ofsted leader", "2028-05-15", ""),
        ("Draft report shared", "2028-06-02", ""), // 14th after 12 May, without 29 May
        ("Local area comments on the draft", "2028-06-16", ""), // tenth after 2 June
        ("Final report and responses shared", "2028-06-26", ""), // 30th after 12 May
        ("Local area may complain", "2028-07-03", ""), // fifth after 26 June
        ("Report published", "2028-07-06", ""), // third after that
    ];

    [Fact]
    public async Task Inspection_FromPlanningToThePublishedPlan_KeepsTheLawsDates()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        await PlanAsync(coordinator);
        await WeekOneAsync(coordinator);
        await WeeksTwoAndThreeAsync(coordinator);
        await ReportAsync(coordinator);
        await ComplaintAsync(coordinator);
        await ActionPlanAsync(coordinator);
        await LookBackAsync(coordinator);
    }

    private static async Task PlanAsync(Coordinator coordinator)
    {
        var page = coordinator.Page;
        await coordinator.PreviewPlanAsync("Lancashire", "2028-05-09", Typed("Name", "Fictional Lead"), Typed("E-mail address", "lead@example.org"));
        await Assertions.Expect(page.Locator(".govuk-warning-text", new() { HasText = "Monday" })).ToBeVisibleAsync();
        Assert.Empty(coordinator.Outbox.Read());

        // Another day after the preview: the plan as it is now is shown before it is kept.
        await coordinator.FillAsync([Dated("First on-site day", OnSite)]);
        await coordinator.PressAsync("Plan this inspection");
        await Assertions.Expect(page.GetByText("You changed your answers after the preview")).ToBeVisibleAsync();
        Assert.Contains("notification, to the director", await page.Locator("details.email summary").First.TextContentAsync(), StringComparison.OrdinalIgnoreCase);
        await coordinator.CommitPlanAsync();

        var timetable = await coordinator.TimetableAsync();
        Assert.All(Planned, law => AssertDue(timetable[law.Step], law.Date, law.Clock));
        Assert.Equal("forecast", timetable["Local area comments on the draft"].Certainty);
    }

    private static async Task WeekOneAsync(Coordinator coordinator)
    {
        await coordinator.MoveClockToAsync("2028-04-21");
        await coordinator.UntilAsync("the notifications have been sent", () => Task.FromResult(coordinator.Outbox.Read().Count >= 4));
        Assert.Equal(
            ["notification:dcs dcs.888@example.org", "notification:icb icb.888@example.org", "notification:pcf pcf.888@example.org", "surveys-open:pcf pcf.888@example.org"],
            coordinator.Outbox.Read().Select(mail => $"{mail.Key.Split(':', 2)[1]} {mail.To}").Order(StringComparer.Ordinal));

        await coordinator.RecordAsync("Record the nominated officer (LANO)", Typed("Officer's name", "Fictional Officer"), Typed("Officer's e-mail address", "officer@example.org"));
        Assert.Equal(["officer@example.org"], coordinator.Outbox.AddressesOf("lano-invitation", "lano"));

        await coordinator.MoveClockToAsync("2028-04-24");
        await coordinator.RecordAsync("Record Annex A items received", TickedItems("List 1", "List 2", "Providers", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"));
        await coordinator.RecordAsync("Record the children selected for tracking", Typed("How many children and young people?", "6"));
        await coordinator.MoveClockToAsync("2028-04-28");
        await coordinator.RecordAsync("Record Annex A items received", AllTicked("Which items are in?"));

        var timetable = await coordinator.TimetableAsync();
        Assert.All(Planned[..10], law => Assert.Equal("Done", timetable[law.Step].State));
    }

    private static async Task WeeksTwoAndThreeAsync(Coordinator coordinator)
    {
        await coordinator.MoveClockToAsync("2028-05-15");
        var timetable = await coordinator.TimetableAsync();

        Assert.All(["Surveys close", "Off-site fieldwork begins", "Inspectors come on site", "Feedback meeting on the last on-site day"], step => Assert.Equal("Done", timetable[step].State));
        Assert.Equal("fixed", timetable["Draft report shared"].Certainty);
        Assert.Equal(["dcs.888@example.org"], coordinator.Outbox.AddressesOf("concerns-call", "dcs"));
        Assert.Equal(["icb.888@example.org"], coordinator.Outbox.AddressesOf("fieldwork-starts", "icb"));
        Assert.Equal(["officer@example.org"], coordinator.Outbox.AddressesOf("on-site-starts", "lano"));
        Assert.Empty(coordinator.Outbox.AddressesOf("annex-a-overdue", "lano")); // all came in time
    }

    private static async Task ReportAsync(Coordinator coordinator)
    {
        // A day early: comments are counted from the day on which the draft was shared, the final report is not.
        await coordinator.MoveClockToAsync("2028-06-01");
        var draft = await coordinator.RecordAsync("Record the draft report shared");
        Assert.Equal(new ForetoldDate("Local area comments on the draft", "2028-06-16", "forecast", "2028-06-15", "fixed"), draft["Local area comments on the draft"]);
        Assert.Equal(
            ["Draft shared, to the chief executive of the integrated care board", "Draft shared, to the director of children's services", "Draft shared, to the local area nominated officer"],
            draft.Mails.Select(mail => mail.Summary).Order(StringComparer.Ordinal));
        AssertDue((await coordinator.TimetableAsync())["Final report and responses shared"], "2028-06-26", "");

        await coordinator.MoveClockToAsync("2028-06-13");
        Assert.Single(coordinator.Outbox.AddressesOf("comments-reminder", "lano")); // three working days before 15 June
        var comments = await coordinator.RecordAsync("Record comments on the draft");
        Assert.Empty(comments.Mails);

        await coordinator.MoveClockToAsync("2028-06-26");
        Assert.Single(coordinator.Outbox.AddressesOf("comments-reminder", "lano")); // nobody is reminded of what is met
        var final = await coordinator.RecordAsync("Record the final report shared", Picked("3: widespread or systemic failings"), Typed("Principal authority (outcome 3 only)", "Lancashire County Council"));
        Assert.Equal(("2028-07-03", "fixed"), (final["Local area may complain"].WillBe, final["Local area may complain"].CertaintyThen));
        var timetable = await coordinator.TimetableAsync();
        AssertDue(timetable["Priority action plan submitted to Ofsted and CQC"], "2028-08-14", ""); // 35th after 26 June
        Assert.Equal("No date set", timetable["Priority action plan confirmed or sent back"].State);
    }

    private static async Task ComplaintAsync(Coordinator coordinator)
    {
        await coordinator.MoveClockToAsync("2028-07-03");
        var complaint = await coordinator.RecordAsync("Record a complaint");
        Assert.Equal(["To: Fictional Director of Children's Services, Lancashire, dcs.888@example.org", "To: Fictional Lead, lead@example.org"], complaint.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Equal("Held by a complaint", (await coordinator.TimetableAsync())["Report published"].State);

        await coordinator.MoveClockToAsync("2028-07-10");
        var resolved = await coordinator.RecordAsync("Record the complaint resolved", Picked("Not upheld"));
        Assert.Equal("2028-07-13", resolved["Report published"].WillBe); // third after 10 July

        await coordinator.MoveClockToAsync("2028-07-13");
        var published = await coordinator.RecordAsync("Record publication", Typed("Web address of the report", "https://reports.example.org/lancashire"));
        Assert.Equal(6, published.Mails.Count);
        Assert.Equal(["sos-education@example.org"], coordinator.Outbox.AddressesOf("published", "sos-education"));
        await coordinator.Page.GotoAsync(coordinator.Inspection);
        await coordinator.UntilAsync("the report has been disseminated", async () => (await TimetableOnPage.ReadAsync(coordinator.Page))["Report sent to those the regulations name"].State == "Done");
    }

    private static async Task ActionPlanAsync(Coordinator coordinator)
    {
        await coordinator.MoveClockToAsync("2028-08-10");
        Assert.Equal(["dcs.888@example.org", "dcs.888@example.org"], coordinator.Outbox.AddressesOf("plan-reminder", "")); // ten and five working days before 14 August
        await coordinator.RecordAsync("Record the priority action plan received");
        await coordinator.MoveClockToAsync("2028-08-16");
        Assert.Equal(2, coordinator.Outbox.AddressesOf("plan-reminder", "").Count);
        var returned = await coordinator.RecordAsync("Send the priority action plan back", Typed("What does the plan lack?", "A timescale for each action"));
        Assert.Contains("A timescale for each action", Assert.Single(returned.Mails).Text, StringComparison.Ordinal);

        await coordinator.MoveClockToAsync("2028-09-04");
        await coordinator.RecordAsync("Record the priority action plan received");
        await coordinator.MoveClockToAsync("2028-09-11");
        var confirmed = await coordinator.RecordAsync("Confirm the priority action plan");
        Assert.Equal(("2028-09-18", "fixed"), (confirmed["Priority action plan published"].WillBe, confirmed["Priority action plan published"].CertaintyThen));
        await coordinator.MoveClockToAsync("2028-09-18");
        await coordinator.RecordAsync("Record the plan published", Typed("Web address of the plan", "https://www.example.org/plan"));
    }

    private static async Task LookBackAsync(Coordinator coordinator)
    {
        Assert.Equal("Done", (await coordinator.TimetableAsync())["Priority action plan published"].State);
        Assert.All(coordinator.Outbox.Read(), mail => Assert.EndsWith("@example.org", mail.To, StringComparison.Ordinal));
        await coordinator.Page.GotoAsync($"{coordinator.Inspection}/notices");
        Assert.Equal(["Sent"], (await coordinator.Page.Locator("main tbody .govuk-tag").AllTextContentsAsync()).Select(tag => tag.Trim()).Distinct());
        await coordinator.Page.GotoAsync($"{coordinator.Inspection}/history");
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Name = "Priority action plan sent back" })).ToBeVisibleAsync();
    }

    private static void AssertDue(LineOnPage line, string date, string clock)
    {
        Assert.Equal((line.Step, date), (line.Step, line.Date));
        Assert.EndsWith($" 2028{clock}", line.Due, StringComparison.Ordinal);
    }

    private static Answer TickedItems(params string[] items) => async page =>
    {
        foreach (var item in items)
        {
            await page.GetByRole(AriaRole.Group, new() { Name = "Which items are in?" }).GetByLabel(item).First.CheckAsync();
        }
    };
}

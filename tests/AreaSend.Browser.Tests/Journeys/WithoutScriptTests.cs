using AreaSend.Core.Rules;

using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>An inspection that does not go as planned, by somebody whose browser runs no script.</summary>
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Fact]
    public async Task Inspection_PausedResumedOverriddenAndDeferred_IsToldAtEachTurn()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host, javaScript: false);
        await coordinator.PlanAsync("Lancashire", "2027-09-27", Typed("Name", "Fictional Lead"), Typed("E-mail address", "lead@example.org"));
        await coordinator.MoveClockToAsync("2027-09-13"); // ten working days before
        Assert.Equal("Done", (await coordinator.TimetableAsync())["Director of children's services notified"].State);

        await PauseAsync(coordinator);
        await OverrideAsync(coordinator);
        await DeferAsync(coordinator);
    }

    private static async Task PauseAsync(Coordinator coordinator)
    {
        await coordinator.MoveClockToAsync("2027-09-15");
        var paused = await coordinator.RecordAsync("Pause the inspection", ToldWhy("Flooding at the council's offices"));
        Assert.Equal(3, paused.Mails.Count); // director, board and forum; the area has named no officer yet
        Assert.All(paused.Mails, mail => Assert.Contains("Flooding at the council's offices", mail.Text, StringComparison.Ordinal));
        Assert.Equal("Paused", (await coordinator.TimetableAsync())["Inspectors come on site"].State);

        // Three working days stand still: Wednesday, Thursday, Friday.
        await coordinator.MoveClockToAsync("2027-09-20");
        var resumed = await coordinator.RecordAsync("Resume the inspection");
        Assert.Equal("2027-09-30", resumed["Inspectors come on site"].WillBe);

        // One e-mail with the table, not two: what moved stands in the one that says that it goes on.
        Assert.Contains(resumed.Mails, mail => mail.Summary.StartsWith("Resumed, to the Parent Carer Forum", StringComparison.Ordinal));
        Assert.DoesNotContain(resumed.Mails, mail => mail.Summary.StartsWith("Dates changed, to the Parent Carer Forum", StringComparison.Ordinal));
        Assert.NotEmpty(coordinator.Outbox.AddressesOf("resumed", "dcs"));
    }

    private static async Task OverrideAsync(Coordinator coordinator)
    {
        // On-site days end on Wednesday 6 October: the draft cannot be due before that.
        await TryAsync(coordinator, "Set a deadline by hand", Chosen("Which deadline?", "Draft report shared"), Dated("New deadline", "2027-10-01"), ToldWhy("A hurry"));
        await Assertions.Expect(coordinator.Page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        Assert.Equal("2027-10-26", (await coordinator.TimetableAsync())["Draft report shared"].Date);

        var moved = await coordinator.RecordAsync("Set a deadline by hand", Chosen("Which deadline?", "Draft report shared"), Dated("New deadline", "2027-11-02"), ToldWhy("The lead inspector is ill"));
        Assert.Equal(("2027-10-26", "2027-11-02"), (moved["Draft report shared"].Now, moved["Draft report shared"].WillBe));
        Assert.All(moved.Mails, mail => Assert.StartsWith("Dates changed", mail.Summary, StringComparison.Ordinal));
    }

    private static async Task DeferAsync(Coordinator coordinator)
    {
        var asked = await coordinator.RecordAsync("Record a request for deferral", Typed("Why? The area’s own reason", "The flood has closed every school"));
        Assert.Empty(asked.Dates); // arrangements go on until it is granted
        var granted = await coordinator.RecordAsync("Decide the request for deferral", Picked("Yes, granted"), ToldWhy("No school is open"));
        Assert.Contains(granted.Mails, mail => mail.Summary.StartsWith("Deferral decided, to the director", StringComparison.Ordinal));
        Assert.Equal("No longer due", (await coordinator.TimetableAsync())["Inspectors come on site"].State);
        await Assertions.Expect(coordinator.Page.GetByText("Nothing can be recorded on this inspection any more.")).ToBeVisibleAsync();
    }

    private static async Task TryAsync(Coordinator coordinator, string action, params Answer[] answers)
    {
        await coordinator.Page.GotoAsync(coordinator.Inspection);
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = action, Exact = true }).ClickAsync();
        await coordinator.FillAsync(answers);
        await coordinator.PressAsync("Continue");
    }
}

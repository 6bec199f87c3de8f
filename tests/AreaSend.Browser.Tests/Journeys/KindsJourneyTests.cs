using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static AreaSend.Browser.Tests.Journeys.Answers;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>
/// Each kind of inspection but the full one, from its plan to its letter, side by side on one console: all begin on Monday 5 June 2028, so that they
/// are notified on Friday 19 May (29 May is a bank holiday). The monitoring inspection is planned from a full one of outcome 3.
/// </summary>
public sealed class KindsJourneyTests(Chromium chromium)
{
    private const string Begins = "2028-06-05";

    [Fact]
    public async Task EachKind_FromItsPlanToItsLetter_SpeaksAndWritesInItsOwnWords()
    {
        await using var host = new ConsoleHost();
        await using var coordinator = await Coordinator.ArriveAsync(chromium, host);
        var full = await FullOfOutcomeThreeAsync(host, coordinator);

        var monitoring = await MonitoringPlannedFromAsync(full, coordinator);
        var meeting = await PlannedAsync(coordinator, "Kent", "Engagement meeting");
        var visit = await PlannedAsync(coordinator, "Leeds", "Thematic visit");
        var revisit = await PlannedAsync(
            coordinator, "Barnet", "Re-visit under the earlier framework",
            Dated("When was the written statement of action declared fit for purpose?", "2027-02-01"), Typed("The significant weaknesses that it addresses", "Joint commissioning\nWaiting times"));

        await coordinator.MoveClockToAsync("2028-05-19");
        await BeforeTheyBeginAsync(monitoring, meeting);
        await coordinator.MoveClockToAsync("2028-06-07");
        await MeetingAsync(meeting);
        await RevisitAsync(revisit);
        await CheckAsync(coordinator.Window, visit.Inspection, "Complete");
        await LetterAsync(monitoring);
        await CheckOnATelephoneAsync(host, [monitoring, meeting, visit, revisit]);
    }

    private static async Task<string> FullOfOutcomeThreeAsync(ConsoleHost host, Coordinator coordinator)
    {
        await coordinator.PlanAsync("Lancashire", "2028-01-10");
        await coordinator.MoveClockToAsync("2028-03-10");
        Fact[] facts =
        [
            new DraftReportShared(At(2028, 2, 3)), new FinalReportShared(At(2028, 2, 25), new Outcome.WidespreadFailings("Lancashire County Council", PriorityAreas: ["Waiting times", "EHC plans"])),
            new ReportPublished(At(2028, 3, 8), "https://reports.example.org/888"),
        ];
        foreach (var fact in facts)
        {
            Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>()
                .RecordAsync(Guid.Parse(coordinator.Inspection.Split('/')[^1]), Recorder.Coordinator, (_, _, _) => fact));
        }

        return coordinator.Inspection;
    }

    private static async Task<Journey> MonitoringPlannedFromAsync(string full, Coordinator coordinator)
    {
        var page = coordinator.Page;
        await page.GotoAsync(full);
        await page.GetByRole(AriaRole.Link, new() { Name = "plan it" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Monitoring inspection", new() { Exact = true })).ToBeCheckedAsync();
        await coordinator.FillAsync([Dated("First on-site day", Begins), Picked("The outcome of the last full inspection demands it")]);
        await coordinator.PressAsync("Preview");
        await Assertions.Expect(page.GetByText("set out in the report published on Wednesday 8 March 2028").First).ToBeAttachedAsync();
        await Screenshots.TakeAsync(page, "plan-monitoring", Window.Wide);
        await coordinator.CommitPlanAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "The report published on Wednesday 8 March 2028 demands it" })).ToHaveAttributeAsync("href", full);
        return new(coordinator, coordinator.Inspection);
    }

    private static async Task<Journey> PlannedAsync(Coordinator coordinator, string area, string kind, params Answer[] answers)
    {
        await coordinator.PreviewPlanAsync(area, Begins, [page => page.GetByLabel(kind, new() { Exact = true }).CheckAsync(), .. answers]);
        await coordinator.Window.CheckAsync($"plan-{kind}");
        await coordinator.CommitPlanAsync();
        return new(coordinator, coordinator.Inspection);
    }

    private static async Task BeforeTheyBeginAsync(Journey monitoring, Journey meeting)
    {
        await monitoring.RecordAsync("Record the discussion with the DfE and NHS England", AllTicked("Whose officials took part?"));
        await meeting.RecordAsync("Record the self-evaluation received");
        await meeting.RecordAsync("Record the agenda agreed", AllTicked("Who has agreed the agenda?"));
    }

    private static async Task MeetingAsync(Journey meeting)
    {
        await meeting.RecordAsync("Record the meeting held", Dated("When did it happen?", Begins), page => page.GetByLabel("The director of children’s services", new() { Exact = true }).CheckAsync());
        Assert.Equal("2028-07-05", (await meeting.TimetableAsync())["Letter about the meeting"].Date);
        await meeting.Coordinator.Window.GoAndCheckAsync($"{meeting.Inspection}/record/meeting-letter-sent");
        var letter = await meeting.RecordAsync(
            "Send the letter about the meeting", Typed("What was discussed?", "Progress with EHC plans"), Typed("When, roughly, is the next engagement meeting?", "Summer 2029"), Typed("Any next steps? (optional)", "A new plan"));
        Assert.All(letter.Mails, mail => Assert.All(["Monday 5 June 2028", "Progress with EHC plans", "Summer 2029", "A new plan", "not published"], words => Assert.Contains(words, mail.Text, StringComparison.Ordinal)));
        await CheckAsync(meeting.Coordinator.Window, meeting.Inspection, "Complete");
    }

    private static async Task RevisitAsync(Journey revisit)
    {
        await revisit.Coordinator.Window.GoAndCheckAsync($"{revisit.Inspection}/record/revisit-letter-shared");
        await revisit.RecordAsync(
            "Record the re-visit letter shared", Result("Joint commissioning: has sufficient progress been made?", "Sufficient progress has been made"), Result("Waiting times: has sufficient progress been made?", "Sufficient progress has not been made"));
        await CheckAsync(revisit.Coordinator.Window, revisit.Inspection, "Complete");
        await Assertions.Expect(revisit.Coordinator.Page.GetByText("Possible next steps include that the Secretary of State uses powers of intervention.")).ToBeVisibleAsync();
    }

    private static async Task LetterAsync(Journey monitoring)
    {
        await monitoring.RecordAsync("Record the draft letter shared");
        await monitoring.RecordAsync("Record comments on the draft");
        await monitoring.Coordinator.Window.GoAndCheckAsync($"{monitoring.Inspection}/record/final-shared");
        await monitoring.RecordAsync(
            "Record the final letter shared", Result("Waiting times: has effective action been taken?", "Effective action has been taken"), Result("EHC plans: has effective action been taken?", "Effective action has not been taken"),
            Dated("Next full inspection by (only if it is brought forward)", "2029-03-30"));
        await monitoring.Coordinator.MoveClockToAsync("2028-06-19"); // third working day after the complaint's window, which closed five after 7 June
        await monitoring.RecordAsync("Record publication", Typed("Web address of the letter", "https://reports.example.org/888-letter"));
        await monitoring.Coordinator.Page.GotoAsync(monitoring.Inspection);
        await monitoring.Coordinator.UntilAsync("the letter has been disseminated", async () => (await TimetableOnPage.ReadAsync(monitoring.Coordinator.Page))["Letter sent to those the regulations name"].State == "Done");
        await CheckAsync(monitoring.Coordinator.Window, monitoring.Inspection, "Complete");
        Assert.Equal(["dcs.888@example.org"], monitoring.Coordinator.Outbox.AddressesOf("published", "dcs").Distinct());
    }

    private async Task CheckOnATelephoneAsync(ConsoleHost host, IReadOnlyList<Journey> journeys)
    {
        await using var window = await chromium.OpenOnAsync(host.Address, Window.Telephone);
        await window.PickRoleAsync("Coordinator");
        foreach (var journey in journeys)
        {
            await CheckAsync(window, journey.Inspection, "Complete");
        }
    }

    private static async Task CheckAsync(Window window, string inspection, string phase)
    {
        await window.GoAndCheckAsync(inspection);
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync(phase);
        await window.GoAndCheckAsync($"{inspection}/history");
    }

    private static Answer Result(string question, string answer) => page => page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }).CheckAsync();

    private static Instant At(int year, int month, int day) => LondonTime.At(new LocalDate(year, month, day), new LocalTime(12, 0));

    /// <summary>One of several inspections on the coordinator's desk.</summary>
    private sealed record Journey(Coordinator Coordinator, string Inspection)
    {
        public Task<Foretold> RecordAsync(string action, params Answer[] answers) => Coordinator.On(Inspection).RecordAsync(action, answers);

        public Task<TimetableOnPage> TimetableAsync() => Coordinator.On(Inspection).TimetableAsync();
    }
}

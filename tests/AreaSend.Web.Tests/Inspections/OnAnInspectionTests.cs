using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>What people who tried the product found wrong on the pages of an inspection, each by its number in what they reported.</summary>
public sealed class OnAnInspectionTests : IDisposable
{
    private readonly FormsHost _forms = new();

    [Theory]
    [InlineData(false, "Nobody is nominated yet, so the director of children’s services is asked for it by e-mail")]
    [InlineData(true, "The nominated officer is asked for it by e-mail")]
    public async Task A19_AskedForMore_NamesWhoIsWrittenTo(bool isNominated, string banner)
    {
        var inspection = await _forms.InspectionAsync();
        if (isNominated)
        {
            await _forms.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org"));
        }

        var visitor = await _forms.LeadAsync();

        var answer = await visitor.SendAsync(
            $"/inspections/{inspection}/documents", "ask", [("Form.Title", "Fictional minutes"), ("Form.Reason", "To see."), .. FormsHost.Date("Form.Due", new LocalDate(2025, 9, 12))]);

        Assert.Equal(banner, Banner(await visitor.OpenAsync(answer.Headers.Location!.ToString())));
    }

    [Fact]
    public async Task A21_ActionThatSomebodyElseHasDone_SaysWhenAndLeadsBack()
    {
        var inspection = await _forms.InspectionAsync(
            (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now));
        var visitor = await _forms.CoordinatorAsync();

        var answer = await visitor.Client.GetAsync($"/inspections/{inspection}/record/draft-shared");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("already", page.QuerySelector("main .govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Monday 8 September 2025", page.QuerySelector("main .govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='/inspections/{inspection}']"));
    }

    [Theory]
    [InlineData("8.30", "8:30am")]
    [InlineData("14:05", "2:05pm")]
    [InlineData("", "as it has just happened")]
    public async Task A22_TimeOfWhatHappened_IsShownAsItWasUnderstood(string typed, string shown)
    {
        var inspection = await _forms.InspectionAsync();
        var visitor = await _forms.CoordinatorAsync();
        _forms.Host.Clock.Reset(At(9, 16));

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(
            $"/inspections/{inspection}/record/lano-nominated",
            [("Form.Name", "Fictional Officer"), ("Form.Email", "lano@example.org"), ("Form.Time", typed), .. FormsHost.Date("Form.Day", new LocalDate(2025, 9, 9))]));

        var rows = preview.QuerySelectorAll("main .govuk-summary-list__row").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());
        Assert.Contains(shown, rows["At"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A24_Confirmed_SaysWhatIsSoNowAndHowManyAreWrittenTo()
    {
        await _forms.Host.EnterContactsAsync();
        var inspection = await _forms.InspectionAsync();
        var visitor = await _forms.CoordinatorAsync();

        var paused = await ConfirmAsync(visitor, $"/inspections/{inspection}/record/paused", ("Form.Reason", "A fictional flood"));

        Assert.Equal("The inspection is paused. 3 e-mails are on their way.", Banner(paused));
    }

    [Fact]
    public async Task A24_ConfirmedBeforeNotification_SaysThatNobodyIsWrittenTo()
    {
        var inspection = await _forms.Host.PlannedAsync();
        var visitor = await _forms.CoordinatorAsync();

        var withdrawn = await ConfirmAsync(visitor, $"/inspections/{inspection}/record/withdrawn", ("Form.Reason", "A fictional flood"));

        Assert.Equal("The inspection is withdrawn. Nobody is written to.", Banner(withdrawn));
    }

    [Fact]
    public async Task A25_OfficerWhoWasReplaced_IsNotWrittenToAndNoLinkWorks()
    {
        var inspection = await _forms.InspectionAsync();
        await _forms.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("First Officer", "first@example.org"));
        await _forms.Host.AdvanceAsync(At(8, 10));
        await _forms.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Second Officer", "second@example.org"));
        await _forms.Host.AdvanceAsync(At(8, 11));
        var visitor = await _forms.CoordinatorAsync();

        var people = await visitor.OpenAsync($"/inspections/{inspection}/people");

        var (written, access) = (Rows(people, 0), Rows(people, 1));
        Assert.Contains("Second Officer", Assert.Single(written, row => row.Contains("Local area nominated officer", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("Works until", Assert.Single(access, row => row.Contains("First Officer", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Works until", Assert.Single(access, row => row.Contains("Second Officer", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A25_InspectionThatHasEnded_HasNoOpenAccess()
    {
        var inspection = await _forms.InspectionAsync();
        await _forms.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("First Officer", "first@example.org"));
        await RecordAsync(inspection, (_, _, now) => new InspectionWithdrawn(now, "A fictional flood"));
        var visitor = await _forms.CoordinatorAsync();

        var people = await visitor.OpenAsync($"/inspections/{inspection}/people");

        Assert.Contains("Closed", Assert.Single(Rows(people, 1)), StringComparison.Ordinal);
    }

    // A strategic plan is what other outcomes lead to: the timetable of this one has no such step to take the name from.
    [Fact]
    public async Task A26_History_HasNoKeyOfAStepOrAnEdition()
    {
        var inspection = await _forms.InspectionAsync(
            (_, _, now) => new OnSiteStarted(now),
            (_, _, now) => new OnSiteEnded(now),
            (_, _, now) => new DraftReportShared(now),
            (_, _, now) => new FinalReportShared(now, new Outcome.WidespreadFailings("Lancashire County Council")),
            (@case, _, now) => new CalendarChanged(
                now, @case.Calendar, "A fictional day", new Dictionary<string, LocalDate>(), [new MovedDate(Steps.StrategicPlan, new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6))]));
        var visitor = await _forms.CoordinatorAsync();

        var history = await visitor.OpenAsync($"/inspections/{inspection}/history");

        var text = history.QuerySelector("main")!.TextContent;
        Assert.Contains("Mon 5 Jan 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Steps.StrategicPlan, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AreaSend2024.Edition.Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A27_History_NamesTheOfficer()
    {
        var inspection = await _forms.InspectionAsync();
        await _forms.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org"));
        var visitor = await _forms.CoordinatorAsync();

        var history = await visitor.OpenAsync($"/inspections/{inspection}/history");

        Assert.Contains("Local area nominated officer named: Fictional Officer", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A28_MailThatCameBack_StandsAmongTheTriesAndAtTheContact()
    {
        using var sendGrid = new SendGridEvents();
        await using var host = new EmptyStoreHost { Settings = { ["AreaSend:Mail:SendGrid:WebhookPublicKey"] = sendGrid.PublicKey } };
        await host.EnterAsync("888", RecipientRole.Dcs, "someone@example.org");
        var inspection = await host.PlannedAsync();
        await host.AdvanceAsync(At(8, 9));
        var (body, signature, timestamp) = sendGrid.Post(At(8, 9), SendGridEvents.Event("e1", $"{inspection}:notification:dcs", "bounce", At(8, 9)));

        Assert.Equal(WebhookAnswer.Taken, await host.Get<EventWebhook>().ReceiveAsync(signature, timestamp, body));

        var visitor = await host.CoordinatorAsync();
        var notice = await visitor.OpenAsync($"/inspections/{inspection}/notices/notification%3Adcs");
        var area = await visitor.OpenAsync("/areas/888");
        Assert.Equal(
            ["Taken for delivery.", "The recipient's mail server refused it (5.1.1)."],
            notice.QuerySelectorAll("main table tbody tr").Select(row => row.QuerySelectorAll("td")[1].TextContent.Trim()));
        var contact = Assert.Single(area.QuerySelectorAll("main tr"), row => row.TextContent.Contains("someone@example.org", StringComparison.Ordinal));
        Assert.Contains("Mail came back", contact.TextContent, StringComparison.Ordinal);
        var people = await visitor.OpenAsync($"/inspections/{inspection}/people");
        var written = Assert.Single(people.QuerySelectorAll("main tr"), row => row.TextContent.Contains("someone@example.org", StringComparison.Ordinal));
        Assert.Contains("Mail came back", written.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A42_ReasonBeforeNotification_SaysThatNobodyOutsideIsTold()
    {
        var planned = await _forms.Host.PlannedAsync();
        var notified = await _forms.InspectionAsync();
        var visitor = await _forms.CoordinatorAsync();

        async Task<string> HintAsync(Guid inspection) => (await visitor.OpenAsync($"/inspections/{inspection}/record/withdrawn")).QuerySelector("#Form-Reason-hint")!.TextContent;

        Assert.Contains("so nobody outside is told", await HintAsync(planned), StringComparison.Ordinal);
        Assert.Contains("Read by: the director of children's services", await HintAsync(notified), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A42_RequestForDeferral_TakesTheAreasOwnReason()
    {
        var inspection = await _forms.InspectionAsync();
        var visitor = await _forms.CoordinatorAsync();

        var hint = (await visitor.OpenAsync($"/inspections/{inspection}/record/deferral-asked")).QuerySelector("#Form-Reason-hint")!.TextContent;

        Assert.Contains("nobody is written to until it is decided", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("The area is told this", hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A44_WhyThisDate_NeverContradictsItself()
    {
        var inspection = await _forms.InspectionAsync(
            (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now),
            (_, _, now) => new FinalReportShared(now, new Outcome.WidespreadFailings("Lancashire County Council")));
        var visitor = await _forms.CoordinatorAsync();

        var page = await visitor.OpenAsync($"/inspections/{inspection}");

        string Why(string step) => page.QuerySelectorAll("main details.why").Single(why => why.QuerySelector("summary")!.TextContent.Contains(step, StringComparison.Ordinal)).TextContent;
        Assert.Contains("It waits until it is done, and has no date to forecast.", Why("Priority action plan confirmed or sent back"), StringComparison.Ordinal);
        Assert.Contains("It has no date yet, and gets one on the day the plan is confirmed", Why("Priority action plan published"), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("main details.why"), why => Assert.False(
            why.TextContent.Contains("sets no date", StringComparison.Ordinal) && why.TextContent.Contains("is a forecast", StringComparison.Ordinal), why.TextContent));
    }

    [Fact]
    public async Task A48_Picture_SaysWhatItsShapesMeanAndAsOfWhen()
    {
        var inspection = await _forms.InspectionAsync();
        var visitor = await _forms.CoordinatorAsync();

        var page = await visitor.OpenAsync($"/inspections/{inspection}");

        Assert.All(page.QuerySelectorAll("main figure"), figure =>
        {
            Assert.Equal("Bank holiday", figure.QuerySelectorAll(".picture-key__item")[^1].TextContent.Trim());
            Assert.Contains("As of Monday 8 September 2025", figure.QuerySelector(".figure__as-of")!.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A50_WhatAskedForNothing_AsksForTheResultAndTheAddress()
    {
        var complained = await _forms.InspectionAsync(
            (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now),
            (_, _, now) => new FinalReportShared(now, new Outcome.WidespreadFailings("Lancashire County Council")), (_, _, now) => new ComplaintReceived(now));
        var visitor = await _forms.CoordinatorAsync();
        var today = FormsHost.Date("Form.Day", new LocalDate(2025, 9, 8));

        var nothing = await Visitor.ReadAsync(await visitor.PostAsync($"/inspections/{complained}/record/complaint-resolved", today));
        var result = await ConfirmAsync(visitor, $"/inspections/{complained}/record/complaint-resolved", [.. today, ("Form.Result", "UpheldInPart")]);
        var history = await visitor.OpenAsync($"/inspections/{complained}/history");

        Assert.Equal(["Select how the complaint ended"], nothing.QuerySelectorAll(".govuk-error-summary a").Select(error => error.TextContent));
        Assert.StartsWith("The complaint is recorded as resolved", Banner(result), StringComparison.Ordinal);
        Assert.Contains("Upheld in part.", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => _forms.Dispose();

    private async Task RecordAsync(Guid inspection, BuildFact fact) =>
        Assert.IsType<Recording.Recorded>(await _forms.Inspections.RecordAsync(inspection, Recorder.Coordinator, fact));

    /// <summary>Answers, looks at what it would do, confirms, and goes where that leads.</summary>
    private static async Task<IDocument> ConfirmAsync(Visitor visitor, string address, params (string, string)[] typed)
    {
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, typed));
        var answer = await visitor.SendAsync(address, preview, ("Form.Intent", "confirm"), ("Form.Known", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await visitor.OpenAsync(answer.Headers.Location!.ToString());
    }

    private static string Banner(IDocument page) => page.QuerySelector(".govuk-notification-banner--success .govuk-notification-banner__heading")!.TextContent.Trim();

    private static IReadOnlyList<string> Rows(IDocument page, int table) =>
        [.. page.QuerySelectorAll("main table")[table].QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    private static Instant At(int day, int hour) => LondonTime.At(new LocalDate(2025, 9, day), new LocalTime(hour, 0));
}

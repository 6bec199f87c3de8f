using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;
using NodaTime;
using IHtmlDocument = AngleSharp.Html.Dom.IHtmlDocument;

namespace AreaSend.Web.Tests.Planning;

/// <summary>A30: what reaches beyond the last year whose bank holidays are known, 2028, is answered with a sentence on the page, never with a failure.</summary>
public sealed class BeyondTheCalendarTests
{
    public static TheoryData<string, LocalDate> DaysTooLate => new()
    {
        // The day itself is known; what hangs on it is not.
        { Steps.OnSite, new LocalDate(2028, 12, 18) },
        { Steps.DraftReport, new LocalDate(2028, 12, 20) },
        { Steps.FinalReport, new LocalDate(2028, 12, 20) },

        // The day itself is not known.
        { Steps.OnSite, new LocalDate(2029, 2, 5) },
        { Steps.FinalReport, new LocalDate(2029, 6, 30) },
        { Steps.SurveysClose, new LocalDate(2029, 6, 29) },
    };

    [Theory]
    [MemberData(nameof(DaysTooLate))]
    public async Task SetADeadline_BeyondTheKnownYears_SaysSoAndKeepsWhatWasTyped(string step, LocalDate due)
    {
        using var host = new EmptyStoreHost();
        var inspection = await NotifiedAsync(host);
        var visitor = await host.CoordinatorAsync();
        var address = $"/inspections/{inspection}/record/deadline";
        (string, string)[] typed = [("Form.Step", step), .. FormsHost.Date("Form.Due", due), ("Form.Reason", "A fictional reason")];

        var preview = await visitor.PostAsync(address, typed);
        var confirmed = await visitor.PostAsync(address, [.. typed, ("Form.Intent", "confirm")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preview.StatusCode, confirmed.StatusCode));
        foreach (var page in (IHtmlDocument[])[await Visitor.ReadAsync(preview), await Visitor.ReadAsync(confirmed)])
        {
            AssertAsksToRefresh(page);
            Assert.Equal("A fictional reason", page.QuerySelector("textarea[name='Form.Reason']")!.TextContent);
        }
    }

    [Theory]
    [InlineData("2028-12-18")]
    [InlineData("2029-03-05")]
    public async Task RePlan_BeyondTheKnownYears_SaysSo(string day)
    {
        using var host = new EmptyStoreHost();
        host.Clock.Reset(At(new LocalDate(2028, 8, 1)));
        var inspection = await host.PlannedAsync(year: 2028, month: 9, day: 11);
        var visitor = await host.CoordinatorAsync();

        var answer = await visitor.PostAsync(
            $"/inspections/{inspection}/record/re-plan",
            [.. FormsHost.Date("Form.First", NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value), ("Form.Reason", "A fictional reason")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertAsksToRefresh(await Visitor.ReadAsync(answer));
    }

    [Fact]
    public async Task Resume_AfterAPauseThatLastsIntoUnknownYears_SaysSo()
    {
        using var host = new EmptyStoreHost();
        var inspection = await NotifiedAsync(host);
        await host.Get<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new InspectionPaused(now, "A fictional flood"));
        host.Clock.Reset(At(new LocalDate(2028, 12, 15)));
        var visitor = await host.CoordinatorAsync();

        var answer = await visitor.PostAsync($"/inspections/{inspection}/record/resumed");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertAsksToRefresh(await Visitor.ReadAsync(answer));
    }

    // Its letter is due within a month of it, next year: bank holidays move no such date.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(20)]
    public async Task PlanAMeeting_WhoseLetterIsDueInAnUnknownYear_IsShownPlannedAndDrawn(int day)
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        host.Clock.Reset(At(new LocalDate(2028, 11, 1)));
        var visitor = await host.CoordinatorAsync();
        (string, string)[] typed = [("Form.Area", "888"), ("Form.Kind", InspectionKind.Engagement), .. FormsHost.Date("Form.OnSite", new LocalDate(2028, 12, day))];

        var preview = await visitor.PostAsync("/inspections/plan", [.. typed, ("Form.Intent", "preview")]);
        var shown = await Visitor.ReadAsync(preview);
        var planned = await visitor.SendAsync("/inspections/plan", shown, "plan", [.. typed, ("Form.Intent", "plan")]);
        var page = await visitor.Client.GetAsync(planned.Headers.Location);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.OK), (preview.StatusCode, planned.StatusCode, page.StatusCode));
        Assert.NotEmpty(shown.QuerySelectorAll("svg.picture--desk"));
        Assert.Equal("The engagement meeting is planned", (await Visitor.ReadAsync(page)).QuerySelector(".govuk-notification-banner__content")!.TextContent.Trim());
    }

    [Fact]
    public async Task Plan_WhoseLastDatesLieInAnUnknownYear_IsRefusedByTheStore()
    {
        using var host = new EmptyStoreHost();
        host.Clock.Reset(At(new LocalDate(2028, 8, 1)));

        var planned = await host.Get<InspectionStore>().PlanAsync("888", InspectionKind.Full, new LocalDate(2028, 10, 30), Recorder.Coordinator);

        Assert.StartsWith("An inspection on site from Monday 30 October 2028 would have dates outside 2012 to 2028", Assert.IsType<Recording.Refused>(planned).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_BeyondTheKnownYears_NamesTheDayThatWasAskedForAlone()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        var page = await visitor.OpenAsync("/programme/propose?PerWeek=2&From.Day=5&From.Month=1&From.Year=2026&To.Day=17&To.Month=12&To.Year=2030");

        AssertAsksToRefresh(page);
        Assert.Contains("17 December 2030", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("January", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertAsksToRefresh(IHtmlDocument page)
    {
        var summary = page.QuerySelector(".govuk-error-summary");
        Assert.NotNull(summary);
        Assert.Contains("refresh the bank holidays", summary.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("was asked for", summary.TextContent, StringComparison.Ordinal);
        Assert.NotNull(summary.QuerySelector("a[href='/calendar']"));
    }

    // On site from 11 September 2028: all its dates lie in the known years, and not by much.
    private static async Task<Guid> NotifiedAsync(EmptyStoreHost host)
    {
        await host.EnterContactsAsync();
        host.Clock.Reset(At(new LocalDate(2028, 8, 1)));
        var inspection = await host.PlannedAsync(year: 2028, month: 9, day: 11);
        await host.AdvanceAsync(At(new LocalDate(2028, 8, 30)));
        return inspection;
    }

    private static Instant At(LocalDate day) => LondonTime.At(day, new LocalTime(9, 30));
}

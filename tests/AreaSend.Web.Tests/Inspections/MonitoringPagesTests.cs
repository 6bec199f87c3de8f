using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>A monitoring inspection in the console: planned on its grounds, shown in its own words, and its result recorded for each area.</summary>
public class MonitoringPagesTests
{
    private const string Plan = "/inspections/plan";

    private static readonly (string, string)[] OnSite =
        [("Form.Kind", "monitoring"), ("Form.OnSite.Day", "20"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2025")];

    [Fact]
    public async Task Plan_OffersEachKind_AFullOneToBeginWith()
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).Client.GetAsync(Plan));

        Assert.Equal(["full", "monitoring", "engagement", "thematic", "re-visit"], page.QuerySelectorAll("input[name='Form.Kind']").Select(radio => radio.GetAttribute("value")));
        Assert.Equal("full", page.QuerySelector("input[name='Form.Kind'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Plan_WithoutGrounds_AsksForThem()
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync(Plan, [.. OnSite, ("Form.Area", "888")]));

        Assert.Equal(["Select why there is a monitoring inspection"], Errors(page));
    }

    // City of London: the published record has no full inspection of outcome 3.
    [Theory]
    [InlineData("201", "outcome", "", "", "The last full inspection of City of London that AreaSend knows does not have outcome 3, which demands a monitoring inspection. Choose concerns, and give the reason (paragraph 162)")]
    [InlineData("888", "discretion", "", "Waiting times", "Enter the reason for a monitoring inspection that no outcome demands")]
    [InlineData("888", "discretion", "Complaints of families", "", "Name at least one area for priority action or, where no report names any, the issue that gave rise to the inspection")]
    public async Task Plan_OnGroundsThatDoNotHold_SaysWhy(string area, string grounds, string reason, string areas, string sentence)
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync(
            Plan, [.. OnSite, ("Form.Area", area), ("Form.Grounds", grounds), ("Form.Reason", reason), ("Form.PriorityAreas", areas)]));

        Assert.Equal([sentence], Errors(page));
    }

    [Fact]
    public async Task Plan_OneOnSiteDay_IsRefused()
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync(
            Plan,
            [
                .. OnSite, ("Form.Area", "888"), ("Form.Grounds", "discretion"), ("Form.Reason", "Complaints"), ("Form.PriorityAreas", "Waiting times"),
                ("Form.OnSiteEnds.Day", "20"), ("Form.OnSiteEnds.Month", "10"), ("Form.OnSiteEnds.Year", "2025"),
            ]));

        Assert.Equal(["Inspectors are on site for at least 2 days. Choose Tuesday 21 October 2025 or a later day"], Errors(page));
    }

    /// <summary>From its preview to the plan: nobody outside is told the reason.</summary>
    [Fact]
    public async Task Plan_AtDiscretion_IsPreviewedAndPlanned()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var visitor = await host.CoordinatorAsync();
        (string, string)[] answers = [.. OnSite, ("Form.Area", "888"), ("Form.Grounds", "discretion"), ("Form.Reason", "Complaints of families"), ("Form.PriorityAreas", "Waiting times\r\nEHC plans")];

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. answers, ("Form.Intent", "preview")]));
        Assert.Empty(Errors(preview));
        Assert.Contains("Monitoring inspection, under the edition of 30 January 2024: the last that is confirmed whole; the edition of 7 July 2025, in force on notification day, Monday 6 October 2025, is not.", Words(preview.Body!), StringComparison.Ordinal);
        var mails = preview.QuerySelectorAll(".email").Select(Words).ToList();
        Assert.Contains(mails, mail => mail.StartsWith("Notification, to the Parent Carer Forum", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, mail => mail.StartsWith("Annex A reminder", StringComparison.Ordinal) || mail.StartsWith("Tracked children", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, mail => mail.Contains("Complaints of families", StringComparison.Ordinal) || mail.Contains("surveys", StringComparison.OrdinalIgnoreCase));

        await visitor.SendAsync(Plan, preview, "plan", [.. answers, ("Form.Intent", "plan")]);

        await using var context = host.Get<StoreDatabase>().Open();
        var row = await context.Inspections.SingleAsync(row => row.Area == "888");
        var planned = (await host.Get<InspectionStore>().FindAsync(row.Id))!.Case;
        var grounds = Assert.IsType<MonitoringGrounds>(planned.Grounds);
        Assert.Equal((InspectionKind.Monitoring, "Complaints of families", (LocalDate?)null), (row.Kind, grounds.Reason, grounds.FollowsReportOf));
        Assert.Equal(["Waiting times", "EHC plans"], grounds.PriorityAreas);
    }

    /// <summary>¶ 22: usually no more than three monitoring visits within 12 months, those under ILACS counted.</summary>
    [Theory]
    [InlineData("2024-10-21", true, "the first of them a day within twelve months")]
    [InlineData("2024-10-18", false, "the first of them more than twelve months before")]
    public async Task Plan_AFourthMonitoringVisitWithinTwelveMonths_IsWarnedOf(string first, bool warned, string reason)
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        foreach (var day in (string[])[first, "2025-02-04", "2025-06-03"])
        {
            await visitor.PostAsync("/programme/888/ilacs-visit", Components.Forms.FormsHost.Date("Form.First", NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value));
        }

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(
            Plan, [.. OnSite, ("Form.Area", "888"), ("Form.Grounds", "discretion"), ("Form.Reason", "Complaints"), ("Form.PriorityAreas", "Waiting times"), ("Form.Intent", "preview")]));

        var warnings = preview.QuerySelectorAll(".govuk-warning-text").Select(Words).Where(words => words.Contains("monitoring visits within 12 months", StringComparison.Ordinal)).ToList();
        Assert.True(warned == (warnings.Count == 1), reason);
        Assert.All(warnings, words => Assert.Contains(
            "There would be 4 monitoring visits within 12 months, from Monday 21 October 2024 to Tuesday 21 October 2025: usually there are no more than 3 over both frameworks (paragraph 22).", words, StringComparison.Ordinal));
    }

    /// <summary>The areas for priority action come from the record of the full inspection whose outcome demands it.</summary>
    [Fact]
    public async Task Plan_FromAFullInspectionOfOutcomeThree_TakesItsAreas()
    {
        using var host = new EmptyStoreHost();
        var full = await FullOfOutcomeThreeAsync(host);
        var visitor = await host.CoordinatorAsync();

        var page = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{full}"));
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/inspections/plan?area=888&kind=monitoring");
        Assert.Contains("Area for priority action Waiting times", Words(page.Body!), StringComparison.Ordinal);

        var grounds = await host.Get<Services.Programme.FullInspections>().DemandingMonitoringAsync("888");
        Assert.Equal((full, new LocalDate(2025, 11, 19)), (grounds!.Inspection!.Value, grounds.Published));
        Assert.Equal(["Waiting times"], grounds.PriorityAreas);
    }

    /// <summary>Areas that are typed stand in the place of those on record: that is shown, with both, and has to be meant.</summary>
    [Fact]
    public async Task Plan_OtherAreasThanTheRecordNames_IsWarnedOfAndHasToBeMeant()
    {
        using var host = new EmptyStoreHost();
        _ = await FullOfOutcomeThreeAsync(host);
        var visitor = await host.CoordinatorAsync();
        (string, string)[] answers =
        [
            ("Form.Kind", "monitoring"), ("Form.OnSite.Day", "19"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2026"),
            ("Form.Area", "888"), ("Form.Grounds", "outcome"), ("Form.PriorityAreas", "EHC plans\r\nShort breaks"),
        ];

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. answers, ("Form.Intent", "preview")]));
        Assert.Contains(
            "The record of the full inspection names this area for priority action: Waiting times. In the place of it you typed: EHC plans; Short breaks.", Words(preview.Body!), StringComparison.Ordinal);

        var unticked = await Visitor.ReadAsync(await visitor.SendAsync(Plan, preview, "plan", [.. answers, ("Form.Intent", "plan")]));
        Assert.Equal(["Tick that the areas you typed stand in the place of those on record, or leave the field empty"], Errors(unticked));
        await visitor.SendAsync(Plan, unticked, "plan", [.. answers, ("Form.Replaces", "yes"), ("Form.Intent", "plan")]);

        await using var context = host.Get<StoreDatabase>().Open();
        var row = await context.Inspections.SingleAsync(row => row.Kind == InspectionKind.Monitoring);
        Assert.Equal(["EHC plans", "Short breaks"], (await host.Get<InspectionStore>().FindAsync(row.Id))!.Case.Grounds!.Matters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Waiting times")]
    public async Task Plan_TheAreasOfTheRecord_NeedsNoTick(string typed)
    {
        using var host = new EmptyStoreHost();
        _ = await FullOfOutcomeThreeAsync(host);

        var preview = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync(
            Plan,
            [
                ("Form.Kind", "monitoring"), ("Form.OnSite.Day", "19"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2026"), ("Form.Area", "888"), ("Form.Grounds", "outcome"),
                ("Form.PriorityAreas", typed), ("Form.Intent", "preview"),
            ]));

        Assert.Empty(Errors(preview));
        Assert.Empty(preview.QuerySelectorAll("input[name='Form.Replaces']"));
    }

    /// <summary>¶ 162: the reason is for coordinators and inspectors, as its field says.</summary>
    [Theory]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.LeadInspector, true)]
    [InlineData(Role.Inspector, true)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task TheDiscretionaryReason_IsReadByThoseWhomItsFieldNames(Role role, bool reads)
    {
        using var host = new EmptyStoreHost();
        var planned = Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().PlanAsync(
            "888", InspectionKind.Monitoring, new LocalDate(2025, 10, 20), Recorder.Coordinator,
            grounds: new MonitoringGrounds(FollowsReportOf: null, Follows: null, "Complaints of families", ["Waiting times"])));
        var visitor = await host.VisitorAsync(role);

        foreach (var page in (string[])["", "/history"])
        {
            var words = Words((await visitor.OpenAsync($"/inspections/{planned.Inspection.Id}{page}")).Body!);
            Assert.Contains("At the inspectorates’ discretion (paragraph 162)", words, StringComparison.Ordinal);
            Assert.True(reads == words.Contains("Complaints of families", StringComparison.Ordinal), page);
        }
    }

    [Fact]
    public async Task Pages_SpeakOfAMonitoringInspectionAndItsLetter()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsAsync(InspectionKind.Monitoring);
        var visitor = await host.CoordinatorAsync();
        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 9, 24));

        var page = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}"));
        Assert.Equal("Monitoring inspection", page.QuerySelector("main .govuk-caption-l")!.TextContent);
        Assert.Contains("Drafting the letter", Words(page.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.Contains("Record the draft letter shared", page.QuerySelectorAll(".actions a").Select(link => link.TextContent));
        Assert.DoesNotContain("report", Words(page.QuerySelector(".actions")!), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The report published on Tuesday 2 April 2024 demands it", Words(page.Body!), StringComparison.Ordinal);
        foreach (var below in (string[])["/history", "/notices", "/people", "/documents", "/engine"])
        {
            Assert.True((await visitor.Client.GetAsync($"/inspections/{id}{below}")).IsSuccessStatusCode, below);
        }
    }

    [Fact]
    public async Task FinalLetter_IsRecordedWithTheResultForEachArea()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsAsync(InspectionKind.Monitoring);
        var visitor = await host.CoordinatorAsync();
        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 11, 4));
        Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, _) => new DraftReportShared(At(2025, 10, 13))));
        Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, _) => new CommentsReceived(At(2025, 10, 20))));
        var address = $"/inspections/{id}/record/final-shared";
        (string, string)[] day = [("Form.Day.Day", "4"), ("Form.Day.Month", "11"), ("Form.Day.Year", "2025")];

        var asked = await Visitor.ReadAsync(await visitor.SendAsync(address, "record", [.. day, ("Form.Area0", "effective")]));
        Assert.Equal(["Select whether effective action has been taken: EHC plans"], Errors(asked));

        // A letter cannot put off what is due sooner anyway.
        await visitor.PostAsync(
            "/programme/888/bring-forward",
            [
                ("Form.What", "Full"), ("Form.Reason", "Concerns of families"), .. Components.Forms.FormsHost.Date("Form.Decided", new LocalDate(2025, 11, 3)), .. Components.Forms.FormsHost.Date("Form.DueBy", new LocalDate(2027, 1, 29)),
            ]);
        (string, string)[] effective = [.. day, ("Form.Area0", "effective"), ("Form.Area1", "effective")];
        var late = await Visitor.ReadAsync(await visitor.SendAsync(address, "record", [.. effective, .. Components.Forms.FormsHost.Date("Form.NextFull", new LocalDate(2027, 2, 1))]));
        Assert.Equal(
            [
                "Monday 1 February 2027 brings nothing forward: the next full inspection is due by Friday 29 January 2027. Brought forward by the regional director on Monday 3 November 2025: Concerns of families Choose an earlier day, or leave it out",
            ],
            Errors(late));

        var preview = await Visitor.ReadAsync(await visitor.SendAsync(
            address, "record",
            [
                .. day, ("Form.Area0", "effective"), ("Form.Area1", "not-effective"), ("Form.NewWeaknesses", "Short breaks"),
                ("Form.NextFull.Day", "18"), ("Form.NextFull.Month", "12"), ("Form.NextFull.Year", "2026"),
            ]));
        Assert.Empty(Errors(preview));
        Assert.Contains("Waiting times Effective action has been taken", Words(preview.Body!), StringComparison.Ordinal);
        Assert.Contains("Next full inspection by Friday 18 December 2026", Words(preview.Body!), StringComparison.Ordinal);
    }

    private static async Task<Guid> FullOfOutcomeThreeAsync(EmptyStoreHost host)
    {
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 11, 19));
        Fact[] facts =
        [
            new DraftReportShared(At(2025, 10, 16)), new FinalReportShared(At(2025, 11, 7), new Outcome.WidespreadFailings("Lancashire County Council", PriorityAreas: ["Waiting times"])),
            new ReportPublished(At(2025, 11, 19), "https://reports.example.org/888"),
        ];
        foreach (var fact in facts)
        {
            Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, _) => fact));
        }

        return id;
    }

    private static Instant At(int year, int month, int day) => LondonTime.At(new LocalDate(year, month, day), new LocalTime(9, 0));

    private static IEnumerable<string> Errors(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".govuk-error-summary li").Select(Words);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

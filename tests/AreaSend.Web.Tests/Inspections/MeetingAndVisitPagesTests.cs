using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>Engagement meetings, thematic visits and re-visits in the console: planned, shown in their own words, written about.</summary>
public class MeetingAndVisitPagesTests
{
    private const string Plan = "/inspections/plan";

    private static readonly (string, string)[] Day = [("Form.Area", "888"), ("Form.OnSite.Day", "20"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2025")];

    [Theory]
    [InlineData("engagement", "Lancashire: engagement meeting on Monday 20 October 2025", "The self-evaluation is asked for on Monday 6 October 2025", "Self-evaluation asked, to the director of children's services")]
    [InlineData("thematic", "Lancashire: on site from Monday 20 October 2025", "Leaders are notified on Monday 6 October 2025", "Notification, to the chief executive of the integrated care board")]
    [InlineData("re-visit", "Lancashire: on site from Monday 20 October 2025", "Leaders are notified on Monday 6 October 2025", "Re-visit result, to the director of children's services")]
    public async Task Plan_EachKind_IsPreviewedInItsWordsAndPlanned(string kind, string heading, string notified, string mail)
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var visitor = await host.CoordinatorAsync();
        (string, string)[] answers =
        [
            .. Day, ("Form.Kind", kind), ("Form.StatementFit.Day", "3"), ("Form.StatementFit.Month", "6"), ("Form.StatementFit.Year", "2024"), ("Form.Weaknesses", "Waiting times\nJoint commissioning"),
        ];

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. answers, ("Form.Intent", "preview")]));
        Assert.Empty(preview.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(heading, Words(preview.QuerySelector("#preview")!));
        Assert.Contains(notified, Words(preview.Body!), StringComparison.Ordinal);
        Assert.All(preview.QuerySelectorAll("figure"), figure => Assert.NotNull(figure.QuerySelector("svg.picture--desk")));
        Assert.Contains(preview.QuerySelectorAll(".email summary"), summary => Words(summary).StartsWith(mail, StringComparison.Ordinal));
        Assert.DoesNotContain("Parent Carer Forum", preview.QuerySelectorAll("#preview ~ .govuk-table, #preview ~ div .govuk-table").Select(Words).LastOrDefault() ?? "", StringComparison.Ordinal);

        await visitor.SendAsync(Plan, preview, "plan", [.. answers, ("Form.Intent", "plan")]);
        await using var context = host.Get<StoreDatabase>().Open();
        Assert.Equal((kind, new LocalDate(2025, 10, 20)), await context.Inspections.Select(row => ValueTuple.Create(row.Kind, row.OnSiteStarts)).SingleAsync());
    }

    [Fact]
    public async Task Plan_AMeetingOfSeveralDays_IsRefused()
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync(
            Plan, [.. Day, ("Form.Kind", "engagement"), ("Form.OnSiteEnds.Day", "21"), ("Form.OnSiteEnds.Month", "10"), ("Form.OnSiteEnds.Year", "2025")]));

        Assert.Equal(["Nobody is on site for an engagement meeting. Leave the last on-site day empty"], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    [Fact]
    public async Task Plan_ARevisitWithoutItsStatement_SaysWhatIsMissing()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        var nothing = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. Day, ("Form.Kind", "re-visit")]));
        Assert.Equal(["Enter the day on which the written statement of action was declared fit for purpose"], nothing.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        var noWeakness = await Visitor.ReadAsync(await visitor.PostAsync(
            Plan, [.. Day, ("Form.Kind", "re-visit"), ("Form.StatementFit.Day", "3"), ("Form.StatementFit.Month", "6"), ("Form.StatementFit.Year", "2024")]));
        Assert.Equal(["Name at least one significant weakness that the written statement of action addresses"], noWeakness.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    [Theory]
    [InlineData("engagement", "Self-evaluation asked for, Engagement meeting planned")]
    [InlineData("thematic", "On-site days ended, Inspectors came on site, Leaders notified, Visit planned")]
    [InlineData("re-visit", "On-site days ended, Inspectors came on site, Leaders notified, Re-visit planned")]
    public async Task History_OfEachKind_TellsItInItsWords(string kind, string titles)
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsAsync(kind);
        var visitor = await host.CoordinatorAsync();
        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 9, 24));

        var page = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}/history"));

        Assert.Equal(titles, string.Join(", ", page.QuerySelectorAll(".moj-timeline__title").Select(Words)));
    }

    [Theory]
    [InlineData("engagement", "Engagement meeting", "Record the self-evaluation received", "Record a request for deferral")]
    [InlineData("thematic", "Thematic visit", "Record a request for deferral", "Record the nominated officer (LANO)")]
    [InlineData("re-visit", "Re-visit under the earlier framework", "Record a request for deferral", "Hold publication")]
    public async Task Pages_OfEachKind_StandAndOfferWhatItHas(string kind, string caption, string offered, string notOffered)
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsAsync(kind);
        var visitor = await host.CoordinatorAsync();
        await host.AdvanceAsync(At(2025, 9, 8));

        var page = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}"));
        var actions = page.QuerySelectorAll(".actions a").Select(link => link.TextContent).ToList();
        Assert.Equal(caption, page.QuerySelector("main .govuk-caption-l")!.TextContent);
        Assert.Contains(offered, actions);
        Assert.DoesNotContain(notOffered, actions);
        foreach (var below in (string[])["/history", "/notices", "/people", "/documents", "/engine"])
        {
            Assert.True((await visitor.Client.GetAsync($"/inspections/{id}{below}")).IsSuccessStatusCode, below);
        }

        var people = Words((await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}/people"))).QuerySelector("main")!);
        Assert.Contains("Director of children's services", people, StringComparison.Ordinal);
        Assert.All((string[])["Parent Carer Forum", "ominated officer", "Secretary of State", "National contacts"], words => Assert.DoesNotContain(words, people, StringComparison.Ordinal));
        Assert.DoesNotContain("Documents", page.QuerySelectorAll(".moj-sub-navigation a").Select(Words));
        var documents = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}/documents"));
        Assert.Null(documents.QuerySelector("input[name='Form.Title']"));
        Assert.Contains("The local area is asked for no documents on this site for this", Words(documents.Body!), StringComparison.Ordinal);
    }

    /// <summary>What is confirmed is what the director and the chief executive read: the four things of paragraph 191.</summary>
    [Fact]
    public async Task MeetingLetter_IsShownBeforeItIsSent()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsAsync(InspectionKind.Engagement);
        var visitor = await host.CoordinatorAsync();
        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 9, 23));
        Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(
            id, Recorder.Coordinator, (_, _, _) => new MeetingHeld(At(2025, 9, 22), [MeetingParty.RegionalDirector, MeetingParty.Dcs])));

        var preview = await Visitor.ReadAsync(await visitor.SendAsync(
            $"/inspections/{id}/record/meeting-letter-sent", "record", [("Form.Agenda", "Progress with EHC plans"), ("Form.NextMeeting", "Autumn 2026"), ("Form.NextSteps", "A new commissioning plan")]));

        var mails = preview.QuerySelectorAll(".email").Select(Words).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.All(
            (string[])["Monday 22 September 2025", "director of children’s services", "Progress with EHC plans", "Autumn 2026", "A new commissioning plan", "not published"],
            words => Assert.Contains(words, mail, StringComparison.Ordinal)));
    }

    private static Instant At(int year, int month, int day) => LondonTime.At(new LocalDate(year, month, day), new LocalTime(9, 0));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>Audits of EHC plans in an area's room: one person grades, another moderates, and all of it together shows a course and what plans lack.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    /// <summary>The sections that an audit of plans has to have.</summary>
    [Fact]
    public void Standard_Sections_AreThoseOfAPlanAndItsCourse()
    {
        Assert.Equal(
            [
                "Views and aspirations", "Needs", "Health", "Care", "Outcomes", "Provision", "Contribution of education", "Contribution of health", "Contribution of care",
                "Contribution of the family", "Timeliness", "Annual review",
            ],
            AuditCriteria.Standard.Sections.Select(section => section.Title));
        Assert.All(AuditCriteria.Standard.Sections, section => Assert.InRange(section.Asked.Count(), 2, 5));
        Assert.Distinct(AuditCriteria.Standard.Sections.SelectMany(section => section.Criteria).Select(criterion => criterion.Key));
        Assert.Contains("not the criteria of any product", AuditCriteria.Standard.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter the reference number of the plan")]
    [InlineData("Jo Bloggs", "looks like a name")]
    [InlineData("943 476 5919", "looks like an NHS number")]
    public async Task Post_ReferenceThatIsNone_SaysWhatToEnterAndKeepsNothing(string reference, string says)
    {
        var director = await _host.DirectorAsync();

        var page = await Visitor.ReadAsync(await director.BeginAuditAsync(reference));

        Assert.Contains(says, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reference, page.QuerySelector("[name='Form.Reference']")!.GetAttribute("value"));
        Assert.Empty(await _host.Get<ReadyAudits>().OfAsync("888"));
    }

    [Fact]
    public async Task Post_SamePlanWhileItsAuditIsUnderWay_IsRefused()
    {
        var director = await _host.DirectorAsync();
        await director.BeginAuditAsync("EHCP-10234");

        var page = await Visitor.ReadAsync(await director.BeginAuditAsync("ehcp-10234"));

        Assert.Contains("An audit of this plan is under way", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SectionWithGapsInIt_SaysWhatIsMissingAndKeepsWhatWasTyped()
    {
        var director = await _host.DirectorAsync();
        await director.BeginAuditAsync("EHCP-10234");
        var audit = (await _host.Get<ReadyAudits>().OfAsync("888")).Single().Row.Id;

        var page = await Visitor.ReadAsync(await director.SendAsync(
            $"/getting-ready/audits/{audit}/sections/annual-review", "section",
            ("Form.Grades[review-held]", "NotMet"), ("Form.Grades[review-decided]", "Met"), ("Form.Comments[review-decided]", "See 943 476 5919"), ("Form.Comments[review-kept-up]", "Kept")));

        Assert.Equal(
            [
                "Enter what is missing: Reviewed within 12 months", "Take out what looks like an NHS number or a unique learner number: Decision within 4 weeks", "Select a grade: The plan is kept up",
            ],
            page.QuerySelectorAll(".govuk-error-summary li").Select(error => error.TextContent.Trim()));
        Assert.Equal("Kept", page.QuerySelector("[name='Form.Comments[review-kept-up]']")!.TextContent);
        Assert.True(page.QuerySelector("[name='Form.Grades[review-held]'][value=NotMet]")!.HasAttribute("checked"));
        Assert.Empty((await _host.Get<ReadyAudits>().FindAsync("888", audit))!.Grades);
    }

    [Fact]
    public async Task Finish_WithCriteriaLeft_SaysHowMany()
    {
        var director = await _host.DirectorAsync();
        await director.BeginAuditAsync("EHCP-10234");
        var audit = (await _host.Get<ReadyAudits>().OfAsync("888")).Single().Row.Id;

        var page = await Visitor.ReadAsync(await director.SendAsync($"/getting-ready/audits/{audit}/finish", "finish"));

        Assert.Contains($"Grade the {AuditCriteria.Standard.Asked.Count()} criteria that are left first", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderate_OnesOwnAudit_IsRefusedAlsoAfterLeavingAndComingBack()
    {
        var (director, colleague, _, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-10234");

        var own = await Visitor.ReadAsync(await director.SendAsync($"/getting-ready/audits/{audit}/moderate", "moderate"));
        await colleague.SendAsync($"/getting-ready/people/{me.Id}/remove", "remove");
        await colleague.SendAsync("/getting-ready/people/add", "person", ("Form.Name", "The same one"), ("Form.Email", me.Email));
        var again = await _host.ComeInAsync(await _host.LinkToAsync(me.Email));
        var back = await Visitor.ReadAsync(await again.SendAsync($"/getting-ready/audits/{audit}/moderate", "moderate"));

        Assert.All([own, back], page => Assert.Contains("somebody else has to moderate it", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moderate_BySomebodyElse_HidesTheFirstGradesUntilBothAreShownWithTheirAgreement()
    {
        // Arrange
        var (director, colleague, other, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-10234", ("needs-all", AuditGrade.NotMet));

        // Act
        await colleague.SendAsync($"/getting-ready/audits/{audit}/moderate", "moderate");
        var before = await colleague.OpenAsync($"/getting-ready/audits/{audit}");
        var section = await colleague.OpenAsync($"/getting-ready/audits/{audit}/sections/needs");
        var tooLate = (await director.Client.GetAsync($"/getting-ready/audits/{audit}/sections/needs")).StatusCode;
        foreach (var known in AuditCriteria.Standard.Sections)
        {
            await colleague.SendAsync($"/getting-ready/audits/{audit}/sections/{known.Key}", "section", [.. AuditVisitors.Answers(known.Key, "Met", "")]);
        }

        await colleague.SendAsync($"/getting-ready/audits/{audit}/finish", "finish");
        var after = await colleague.OpenAsync($"/getting-ready/audits/{audit}");

        // Assert
        Assert.Empty(before.QuerySelectorAll(".ready-grades"));
        Assert.Empty(section.QuerySelectorAll("input[type=radio][checked]"));
        Assert.Equal(HttpStatusCode.NotFound, tooLate);
        var all = AuditCriteria.Standard.Asked.Count();
        Assert.Contains($"the same grade for {all - 1} of {all} criteria", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Every special educational need that the advice names is in the plan, in all four broad areas where they apply.",
            after.QuerySelectorAll(".ready-grades tr").Single(row => row.TextContent.Contains("Not the same", StringComparison.Ordinal)).QuerySelector("th")!.TextContent);
        Assert.Equal((1.0, other.Id), ((await StateAsync(audit)).Score, (await StateAsync(audit)).Row.Moderator));
    }

    [Fact]
    public async Task Moderate_InPlaceOfSomebodyWhoHasNotFinished_BeginsAnew()
    {
        var (director, _, other, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-10234");
        var audits = _host.Get<ReadyAudits>();
        await audits.ModerateAsync(other, audit, (await StateAsync(audit)).Version);
        var section = AuditCriteria.Standard.Find("timeliness")!;
        Assert.Null(await audits.GradeAsync(other, audit, section, [.. section.Asked.Select(one => new GradeEntry(one.Key, AuditGrade.Met, ""))], (await StateAsync(audit))
            .VersionOf(AuditRound.Moderation, section)));
        await _host.ColleagueAsync(director, name: "Third Colleague");

        await _host.ModerateAsync(await _host.PersonAsync("Third Colleague"), audit);

        Assert.Equal("Third Colleague", (await StateAsync(audit)).Moderator!.Name);
        Assert.Equal(1.0, (await StateAsync(audit)).Agreement);
    }

    [Fact]
    public async Task Get_Audit_OfAnotherArea_IsNotThere()
    {
        var (_, _, _, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-10234");
        var stranger = await _host.DirectorAsync("330");

        foreach (var address in (string[])["", "/finish", "/moderate", "/remove", "/sections/needs"])
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await stranger.Client.GetAsync($"/getting-ready/audits/{audit}{address}")).StatusCode));
        }

        Assert.DoesNotContain("EHCP-10234", (await stranger.OpenAsync("/getting-ready/audits")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>By hand: of two plans one is met in part, and of a third another person says that it is not met.</summary>
    [Fact]
    public async Task Results_CountHalvesLeaveOutWhatDoesNotApplyAndTakeTheSecondLook()
    {
        var (_, _, other, me) = await TwoAsync();
        await _host.AuditAsync(me, "EHCP-1", ("needs-all", AuditGrade.PartlyMet), ("care-needs", AuditGrade.NotApplicable));
        _host.Clock.AdvanceDays(120);
        var moderated = await _host.AuditAsync(me, "EHCP-2");
        await _host.ModerateAsync(other, moderated, ("needs-all", AuditGrade.NotMet), ("health-advice", AuditGrade.PartlyMet));
        await _host.Get<ReadyAudits>().BeginAsync(me, "EHCP-3", await _host.Get<ReadyAudits>().VersionAsync("888"));

        var results = AuditResults.Of(await _host.Get<ReadyAudits>().OfAsync("888"));

        var all = AuditCriteria.Standard.Asked.Count();
        Assert.Equal(2, results.Finished.Count);
        Assert.Equal(["needs-all", "health-advice"], results.Criteria.TakeWhile(one => one.Score < 1).Select(one => one.Criterion.Key));
        Assert.Equal((0, 1, 1, 0.25), results.Criteria.Select(one => (one.Met, one.PartlyMet, one.NotMet, one.Score)).First());
        Assert.Equal((1, 1.0), results.Criteria.Where(one => one.Criterion.Key == "care-needs").Select(one => (one.Met, one.Score)).Single());
        Assert.Equal((all - 2) / (double)all, results.Agreement!.Value, 6);
        Assert.Equal([(new LocalDate(2025, 7, 1), 1), (new LocalDate(2025, 10, 1), 1)], results.Trend.Select(quarter => (quarter.First, quarter.Audits)));
        Assert.Equal((all - 1.5) / (all - 1), results.Trend[0].Score!.Value, 6);
    }

    [Fact]
    public async Task Trend_QuartersWithoutAnAudit_StandThereEmptyAndEightAtMost()
    {
        var (_, _, _, me) = await TwoAsync();
        await _host.AuditAsync(me, "EHCP-1");
        _host.Clock.AdvanceDays(185);
        await _host.AuditAsync(me, "EHCP-2");
        Assert.Equal([1, 0, 1], await TrendAsync());

        _host.Clock.AdvanceDays(800);
        await _host.AuditAsync(me, "EHCP-3");
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], await TrendAsync());

        async Task<IEnumerable<int>> TrendAsync() => AuditResults.Of(await _host.Get<ReadyAudits>().OfAsync("888")).Trend.Select(quarter => quarter.Audits);
    }

    /// <summary>The pictures say what the tables beneath them say.</summary>
    [Fact]
    public async Task Get_Audits_PicturesAndTablesHaveTheSameNumbers()
    {
        var (director, _, _, me) = await TwoAsync();
        await _host.AuditAsync(me, "EHCP-1", ("needs-all", AuditGrade.PartlyMet), ("timeliness-plan", AuditGrade.NotMet));

        var page = await director.OpenAsync("/getting-ready/audits");

        var (trend, weakest) = (page.QuerySelector("svg.trend")!, page.QuerySelector("svg.weakest")!);
        var tables = page.QuerySelectorAll("table").ToDictionary(table => table.QuerySelector("caption")!.TextContent);
        Assert.Equal(Last(tables["Trend as a table"]), trend.QuerySelectorAll(".trend__number").Select(number => number.TextContent));
        Assert.Equal(Last(tables["Weakest criteria as a table"]), weakest.QuerySelectorAll(".weakest__number").Select(number => number.TextContent));
        Assert.Equal(tables["Weakest criteria as a table"].QuerySelectorAll("tbody th").Select(name => name.TextContent), weakest.QuerySelectorAll(".weakest__name").Select(name => name.TextContent));
        Assert.Equal(["0%", "50%"], weakest.QuerySelectorAll(".weakest__number").Select(number => number.TextContent));

        static IEnumerable<string> Last(IElement table) => table.QuerySelectorAll("tbody td:last-child").Select(cell => cell.TextContent);
    }

    /// <summary>What somebody has begun stands on top for them, and for nobody else.</summary>
    [Fact]
    public async Task Get_Audits_WhatOneHasBegunStandsOnTop()
    {
        var (director, colleague, other, me) = await TwoAsync();
        var audits = _host.Get<ReadyAudits>();
        await director.BeginAuditAsync("EHCP-1");
        var moderated = await _host.AuditAsync(me, "EHCP-2");
        await audits.ModerateAsync(other, moderated, (await StateAsync(moderated)).Version);

        var all = AuditCriteria.Standard.Asked.Count();
        Assert.Equal([$"EHCP-1: {all} criteria are left"], await OnTopAsync(director));
        Assert.Equal([$"EHCP-2: {all} criteria are left"], await OnTopAsync(colleague));

        static async Task<IEnumerable<string>> OnTopAsync(Visitor visitor) =>
            (await visitor.OpenAsync("/getting-ready/audits")).QuerySelectorAll("main .govuk-list--bullet li").Select(item => item.TextContent);
    }

    [Fact]
    public async Task Get_Audits_MoreThanAPageHolds_ArePagedAndAllCount()
    {
        var (director, _, _, me) = await TwoAsync();
        var audits = _host.Get<ReadyAudits>();
        await _host.AuditAsync(me, "EHCP-0");
        foreach (var number in Enumerable.Range(1, 25))
        {
            _host.Clock.AdvanceMinutes(1);
            Assert.Null((await audits.BeginAsync(me, $"EHCP-{number}", await audits.VersionAsync("888"))).Refusal);
        }

        Assert.Equal(25, (await director.OpenAsync("/getting-ready/audits")).QuerySelectorAll(".ready-audits tbody tr").Length);
        var last = await director.OpenAsync("/getting-ready/audits?page=9");
        Assert.Equal(["EHCP-0"], last.QuerySelectorAll(".ready-audits tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("100%", last.QuerySelector(".trend__number")!.TextContent);
    }

    [Fact]
    public async Task Get_Excel_HoldsGradesOfBothAndNoFormula()
    {
        var (director, _, other, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-1", ("needs-all", AuditGrade.PartlyMet));
        await _host.ModerateAsync(other, audit);
        var begun = (await _host.Get<ReadyAudits>().BeginAsync(me, "EHCP-NOT", await _host.Get<ReadyAudits>().VersionAsync("888"))).Audit;
        var section = AuditCriteria.Standard.Find("needs")!;
        await _host.Get<ReadyAudits>()
            .GradeAsync(me, begun!.Value, section, [.. section.Asked.Select(one => new GradeEntry(one.Key, AuditGrade.NotMet, "=Unfinished()"))], (await StateAsync(begun.Value))
            .VersionOf(AuditRound.First, section));

        var answer = await director.Client.GetAsync("/getting-ready/audits.xlsx");

        Assert.Equal("audits.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var workbook = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var words = string.Concat(workbook.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.All((string[])["EHCP-1", "Partly met", "Fictional Colleague", "Every special educational need", "Jul to Sep 2025"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.DoesNotContain("Unfinished", words, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_Audit_LeavesNothingOfIt()
    {
        var (director, _, _, me) = await TwoAsync();
        var audit = await _host.AuditAsync(me, "EHCP-1");

        await director.SendAsync($"/getting-ready/audits/{audit}/remove", "remove");

        await using var context = _host.Get<StoreDatabase>().Open();
        Assert.Equal((0, 0), (await context.Set<AuditRow>().CountAsync(), await context.Set<GradeRow>().CountAsync()));
    }

    [Fact]
    public async Task Get_RoomAndSteps_LeadToTheAudits()
    {
        var (director, _, _, me) = await TwoAsync();
        Assert.Contains("No EHC plan has been audited yet", (await director.OpenAsync("/getting-ready")).Body!.TextContent, StringComparison.Ordinal);
        await _host.AuditAsync(me, "EHCP-1", ("needs-all", AuditGrade.NotMet));

        Assert.Contains("1 EHC plan has been audited", (await director.OpenAsync("/getting-ready")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await director.OpenAsync("/getting-ready/steps/quality-assurance")).QuerySelector("main a[href='/getting-ready/audits']"));
    }

    private async Task<(Visitor Director, Visitor Colleague, ReadyPerson Other, ReadyPerson Me)> TwoAsync()
    {
        var director = await _host.DirectorAsync();
        var colleague = await _host.ColleagueAsync(director);
        return (director, colleague, await _host.PersonAsync("Fictional Colleague"), (await _host.Get<ReadyAccess>().OfAsync("888")).Single(person => person.AddedBy is null));
    }

    private async Task<AuditState> StateAsync(Guid audit) => (await _host.Get<ReadyAudits>().FindAsync("888", audit))!;
}

using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>A wrong entry is mended from the history: previewed like every action, with a reason, and nothing is lost.</summary>
public sealed class CorrectTests(FormsHost forms) : IClassFixture<FormsHost>
{
    private static readonly BuildFact[] Drafted =
    [
        (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now),
    ];

    private static readonly BuildFact[] Final =
        [.. Drafted, (_, _, now) => new CommentsReceived(now), (_, _, now) => new FinalReportShared(now, new Outcome.TypicallyPositive())];

    [Fact]
    public async Task Correct_TheOutcome_ShowsWhatMovesAndKeepsBoth()
    {
        var (id, seq, coordinator) = await EntryAsync<FinalReportShared>(Final);
        var address = $"/inspections/{id}/correct/{seq}/otherwise";
        (string, string)[] typed =
        [
            ("Form.Outcome", "3"), ("Form.PrincipalAuthority", "Barsetshire"), .. FormsHost.Date("Form.Day", new LocalDate(2025, 9, 8)), ("Form.Correction", "Typed the wrong outcome"),
        ];

        var preview = await Visitor.ReadAsync(await coordinator.SendAsync(address, "record", typed));
        Assert.Contains("Confirm: correct: final report shared", preview.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        var answer = await coordinator.SendAsync(address, preview, "record", [.. typed, ("Form.Intent", "confirm")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = (await forms.Inspections.FindAsync(id))!.Case;
        Assert.Equal(3, after.Outcome?.Number);
        Assert.Equal(1, ((FinalReportShared)after.Recorded[seq - 1].Event).Outcome?.Number);
        var history = (await coordinator.OpenAsync($"/inspections/{id}/history")).QuerySelector("main")!.TextContent;
        Assert.Contains("Corrected: Final report shared", history, StringComparison.Ordinal);
        Assert.Contains("Typed the wrong outcome", history, StringComparison.Ordinal);
        Assert.Contains("Outcome 1", history, StringComparison.Ordinal);
        Assert.Contains("Outcome 3", history, StringComparison.Ordinal);
    }

    /// <summary>A letter that had asked for a plan and for an earlier full inspection asks for neither: both dates are named as falling away, before and after.</summary>
    [Fact]
    public async Task Correct_AMonitoringLetter_NamesTheDatesThatFallAway()
    {
        MonitoringResult Result(Planned planned) => new([.. planned.Grounds!.Matters.Select(area => new PriorityAreaResult(area, true))]) { Plan = new("Barsetshire"), NextFullBy = new LocalDate(2026, 2, 27) };
        BuildFact[] facts = [.. Drafted, (_, _, now) => new CommentsReceived(now), (@case, _, now) => new FinalReportShared(now, Outcome: null, Result((Planned)@case.Events[0].Event))];
        var id = await forms.InspectionAsync(InspectionKind.Monitoring, facts);
        var @case = (await forms.Inspections.FindAsync(id))!.Case;
        var address = $"/inspections/{id}/correct/{@case.Recorded.Single(recorded => recorded.Event is FinalReportShared).Seq}/otherwise";
        var coordinator = await forms.CoordinatorAsync();
        (string, string)[] typed =
        [
            .. @case.Grounds!.Matters.Select((_, place) => ($"Form.Area{place}", "effective")),
            .. FormsHost.Date("Form.Day", new LocalDate(2025, 9, 8)), ("Form.Correction", "The letter was misread"),
        ];

        var preview = await Visitor.ReadAsync(await coordinator.SendAsync(address, "record", typed));

        var dates = preview.QuerySelectorAll("tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(dates, row => row.StartsWith("Priority action plan submitted to Ofsted and CQC", StringComparison.Ordinal) && row.EndsWith("Falls away", StringComparison.Ordinal));
        Assert.Contains("Next full inspection Fri 27 Feb 2026 Falls away", dates);
        await coordinator.SendAsync(address, preview, "record", [.. typed, ("Form.Intent", "confirm")]);
        var history = (await coordinator.OpenAsync($"/inspections/{id}/history")).QuerySelector("main")!.TextContent;
        Assert.Contains("Next full inspection: Fri 27 Feb 2026 → falls away", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_TheDraft_OwesItAgain()
    {
        var (id, seq, coordinator) = await EntryAsync<DraftReportShared>(Drafted);
        var history = await coordinator.OpenAsync($"/inspections/{id}/history");
        var address = history.QuerySelectorAll("main a").Single(link => link.TextContent == "It did not happen: Draft report shared").GetAttribute("href")!;
        Assert.Equal($"/inspections/{id}/correct/{seq}/did-not-happen", address);

        var preview = await Visitor.ReadAsync(await coordinator.SendAsync(address, "record", ("Form.Correction", "It was another area's")));
        var answer = await coordinator.SendAsync(address, preview, "record", ("Form.Correction", "It was another area's"), ("Form.Intent", "confirm"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(Steps.DraftReport, (await forms.Inspections.FindAsync(id))!.Case.Met.Keys);
        var page = await coordinator.OpenAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("The entry is taken back", page.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_WhatOthersHangOn_IsRefusedAndNamesThem()
    {
        var (id, seq, coordinator) = await EntryAsync<DraftReportShared>(Final);

        var page = await Visitor.ReadAsync(await coordinator.SendAsync($"/inspections/{id}/correct/{seq}/did-not-happen", "record", ("Form.Correction", "A slip")));

        Assert.Contains("hangs on it", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_AnOutcomeThatAPlanHangsOn_NamesAndLinksThePlan()
    {
        BuildFact[] facts = [.. Drafted, (_, _, now) => new CommentsReceived(now), (_, _, now) => new FinalReportShared(now, new Outcome.WidespreadFailings("Barsetshire")), (_, _, now) => new PlanReceived(now)];
        var (id, seq, coordinator) = await EntryAsync<FinalReportShared>(facts);
        var plan = (await forms.Inspections.FindAsync(id))!.Case.Recorded.Single(recorded => recorded.Event is PlanReceived).Seq;
        (string, string)[] typed = [("Form.Outcome", "2"), .. FormsHost.Date("Form.Day", new LocalDate(2025, 9, 8)), ("Form.Correction", "Typed the wrong outcome")];

        var refused = await Visitor.ReadAsync(await coordinator.SendAsync($"/inspections/{id}/correct/{seq}/otherwise", "record", typed));

        Assert.Contains("hangs on it. Correct that first", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector($"main a[href='/inspections/{id}/correct/{plan}/otherwise']"));
        Assert.Equal(3, (await forms.Inspections.FindAsync(id))!.Case.Outcome?.Number);
    }

    [Fact]
    public async Task TakeBack_WithWhatHangsOnIt_TakesAllOfItBackAtOnce()
    {
        var (id, seq, coordinator) = await EntryAsync<DraftReportShared>(Final);
        var address = $"/inspections/{id}/correct/{seq}/did-not-happen";
        var form = await coordinator.OpenAsync(address);
        Assert.Contains("Take back as well: Comments on the draft received, Mon 8 Sep 2025; Final report shared, Mon 8 Sep 2025", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        (string, string)[] typed = [("Form.Others", "yes"), ("Form.Correction", "All of it was another area's")];

        var preview = await Visitor.ReadAsync(await coordinator.SendAsync(address, "record", typed));
        var answer = await coordinator.SendAsync(address, preview, "record", [.. typed, ("Form.Intent", "confirm")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = (await forms.Inspections.FindAsync(id))!.Case;
        Assert.DoesNotContain(after.Met.Keys, key => key is Steps.DraftReport or Steps.DraftComments or Steps.FinalReport);
        Assert.Null(after.Outcome);
        Assert.Single(after.Recorded, recorded => recorded.Event is FactCorrected);
    }

    [Theory]
    [InlineData("1/otherwise")]
    [InlineData("2/did-not-happen")]
    [InlineData("999/did-not-happen")]
    [InlineData("5/nonsense")]
    public async Task Open_WhatCannotBeCorrected_IsNoPage(string entry)
    {
        var (id, _, coordinator) = await EntryAsync<DraftReportShared>(Drafted);

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Client.GetAsync($"/inspections/{id}/correct/{entry}")).StatusCode);
    }

    private async Task<(Guid Id, int Seq, Visitor Coordinator)> EntryAsync<TFact>(BuildFact[] facts)
        where TFact : Fact
    {
        var id = await forms.InspectionAsync(facts);
        var seq = (await forms.Inspections.FindAsync(id))!.Case.Recorded.Last(recorded => recorded.Event is TFact).Seq;
        return (id, seq, await forms.CoordinatorAsync());
    }
}

using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>Other days before the area is notified; another inspection in the place of a deferred one. The clock begins on Monday 1 September 2025, 8am.</summary>
public sealed class RePlanTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(InspectionKind.Full)]
    [InlineData(InspectionKind.Monitoring)]
    [InlineData(InspectionKind.Engagement)]
    public async Task RePlan_IsOfferedUntilTheNotification_AndADeadlineAfterIt(string kind)
    {
        var id = kind == InspectionKind.Full ? await _host.PlannedAsync() : await _host.PlannedAsAsync(kind);
        var visitor = await _host.CoordinatorAsync();

        var before = await OfferedAsync(visitor, id);
        await _host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, now) => new Notified(now));
        var after = await OfferedAsync(visitor, id);

        Assert.Equal((true, false), (before.Contains("re-plan"), before.Contains("deadline")));
        Assert.Equal((false, true), (after.Contains("re-plan"), after.Contains("deadline")));
    }

    [Theory]
    [InlineData("2025-10-06", null, "2025-10-06", "2025-10-10", "the usual five days, elsewhere")]
    [InlineData("2025-10-06", "2025-10-07", "2025-10-06", "2025-10-07", "elsewhere and shorter")]
    [InlineData("2025-09-22", "2025-09-30", "2025-09-22", "2025-09-30", "the same first day, and longer")]
    public async Task RePlan_OtherDays_MovesAllAndTellsNobody(string first, string? last, string starts, string ends, string reason)
    {
        await _host.EnterContactsAsync();
        var id = await _host.PlannedAsync();
        var visitor = await _host.CoordinatorAsync();
        var address = $"/inspections/{id}/record/re-plan";

        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, "record", [.. Typed(first, last)]));
        Assert.Contains("Nobody is written to", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var answer = await visitor.SendAsync(address, preview, "record", ("Form.Intent", "confirm"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var loaded = (await _host.Get<InspectionStore>().FindAsync(id))!;
        Assert.True((Iso(starts), Iso(ends)) == (loaded.Plan.Marking(Anchor.OnSiteStarts)!.DueDate, loaded.Plan.Marking(Anchor.OnSiteEnds)!.DueDate), reason);
        Assert.Contains("The inspection is planned for other days", (await visitor.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Re-planned", (await visitor.OpenAsync($"/inspections/{id}/history")).QuerySelector(".moj-timeline__item")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-09-10", null, "The area has 10 working days")]
    [InlineData("2025-10-11", null, "Saturday 11 October 2025 is not a working day")]
    [InlineData("2025-10-06", "2025-10-03", "hangs on")]
    public async Task RePlan_WhatCannotBe_IsRefusedWithWhatToDo(string first, string? last, string sentence)
    {
        var id = await _host.PlannedAsync();
        var visitor = await _host.CoordinatorAsync();

        var page = await Visitor.ReadAsync(await visitor.SendAsync($"/inspections/{id}/record/re-plan", "record", [.. Typed(first, last)]));

        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A by-election", page.QuerySelector("textarea[name='Form.Reason']")!.TextContent.Trim());
    }

    [Fact]
    public async Task RePlan_ItsFieldBeginsWithTheDayOfNow()
    {
        var id = await _host.PlannedAsync();
        var page = await (await _host.CoordinatorAsync()).OpenAsync($"/inspections/{id}/record/re-plan");

        Assert.Equal(["22", "9", "2025"], page.QuerySelectorAll("input[name^='Form.First']").Select(field => field.GetAttribute("value")!));
        Assert.Contains("nobody outside is told", page.QuerySelector("#Form-Reason-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeferredInspection_LeadsToTheOneInItsPlaceAndBack()
    {
        var visitor = await _host.CoordinatorAsync();
        var later = await PlanAsync(InspectionKind.Full); // planned before anybody asked: it is in nobody's place
        var deferred = await PlanAsync(InspectionKind.Full);
        _host.Clock.Advance(Duration.FromHours(1));
        await _host.Get<InspectionStore>().RecordAsync(deferred, Recorder.Coordinator, (_, _, now) => new Notified(now));
        await _host.Get<InspectionStore>().RecordAsync(deferred, Recorder.Coordinator, (_, _, now) => new DeferralAsked(now, "A flood"));
        Assert.DoesNotContain("in its place", Words(await visitor.OpenAsync($"/inspections/{deferred}")), StringComparison.OrdinalIgnoreCase);
        await _host.Get<InspectionStore>().RecordAsync(deferred, Recorder.Coordinator, (_, _, now) => new DeferralDecided(now, Granted: true, "A flood"));

        // None yet, and the way to plan it; a reader is shown no way.
        var alone = await visitor.OpenAsync($"/inspections/{deferred}");
        Assert.Contains("Nothing is planned in its place yet", Words(alone), StringComparison.Ordinal);
        Assert.NotNull(alone.QuerySelector("main a[href='/inspections/plan?area=888&kind=full']"));
        Assert.Null((await (await _host.VisitorAsync(Role.Reader)).OpenAsync($"/inspections/{deferred}")).QuerySelector("main a[href^='/inspections/plan']"));

        // A mistake that was withdrawn, another kind, and the one.
        _host.Clock.Advance(Duration.FromHours(1));
        var mistake = await PlanAsync(InspectionKind.Full);
        await _host.Get<InspectionStore>().RecordAsync(mistake, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A mistake"));
        await _host.PlannedAsAsync(InspectionKind.Engagement);
        _host.Clock.Advance(Duration.FromHours(1));
        var successor = await PlanAsync(InspectionKind.Full);
        _host.Clock.Advance(Duration.FromHours(1));
        var another = await PlanAsync(InspectionKind.Full);

        Assert.NotNull((await visitor.OpenAsync($"/inspections/{deferred}")).QuerySelector($"main a[href='/inspections/{successor}']"));
        Assert.NotNull((await visitor.OpenAsync($"/inspections/{successor}")).QuerySelector($"main a[href='/inspections/{deferred}']"));
        foreach (var other in (Guid[])[later, mistake, another])
        {
            Assert.Null((await visitor.OpenAsync($"/inspections/{other}")).QuerySelector($"main a[href='/inspections/{deferred}']"));
        }

        // Two of one kind would go on side by side.
        var granted = (await _host.Get<InspectionStore>().FindAsync(deferred))!.Case.Recorded.Single(recorded => recorded.Event is DeferralDecided).Seq;
        var refused = await Visitor.ReadAsync(await visitor.SendAsync($"/inspections/{deferred}/correct/{granted}/did-not-happen", "record", [("Form.Correction", "It was not granted")]));
        Assert.Contains("Another is planned in its place, on site from Monday 29 September 2025. Withdraw that first", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector($"main a[href='/inspections/{successor}']"));
    }

    private async Task<Guid> PlanAsync(string kind) => Assert.IsType<Recording.Recorded>(
        await _host.Get<InspectionStore>().PlanAsync("888", kind, new LocalDate(2025, 9, 29), Recorder.Coordinator)).Inspection.Id;

    private static IEnumerable<(string, string)> Typed(string first, string? last) =>
    [
        .. FormsHost.Date("Form.First", Iso(first)),
        .. last is null ? [] : FormsHost.Date("Form.Last", Iso(last)),
        ("Form.Reason", "A by-election"),
    ];

    private static LocalDate Iso(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static async Task<List<string>> OfferedAsync(Visitor visitor, Guid id) =>
        [.. (await visitor.OpenAsync($"/inspections/{id}")).QuerySelectorAll("main a[href*='/record/']").Select(link => link.GetAttribute("href")!.Split('/')[^1])];

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}

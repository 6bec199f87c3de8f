using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Programme;
using AreaSend.Services.Reports;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Framework;

/// <summary>An edition and a kind of inspection that stand in test code alone, lived through in the store: nothing in production names them.</summary>
public sealed class FictionalEditionTests
{
    private static readonly LocalDate OnSite = new(2025, 9, 29);

    [Fact]
    public async Task Plan_FullInspection_TakesTheEditionInForceOnItsNotificationDayWithItsNoticeAndItsHours()
    {
        await using var store = await OpenAsync();

        var planned = Recorded(await store.Inspections.PlanAsync("888", InspectionKind.Full, OnSite, Recorder.Coordinator));

        Assert.Equal(FictionalEdition.Edition.Id, planned.Case.Edition.Id);
        Assert.Equal(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(8, 30)), planned.Plan.Notification.Due);
        Assert.Equal("15 working days after notification day, as planned", planned.Plan["on-site"].Why.Rule);
    }

    [Fact]
    public async Task Plan_LessThanTheEditionsNotice_IsRefusedWithItsNumber()
    {
        await using var store = await OpenAsync();

        var refused = Assert.IsType<Recording.Refused>(await store.Inspections.PlanAsync("888", InspectionKind.Full, new LocalDate(2025, 9, 15), Recorder.Coordinator));

        Assert.StartsWith("The area has 15 working days' notice, so inspectors can come on site on Monday 22 September 2025", refused.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_ThatTheEditionDoesNotHave_IsNotAskedForAndNotTaken()
    {
        await using var store = await OpenAsync();
        var id = Recorded(await store.Inspections.PlanAsync("888", InspectionKind.Full, OnSite, Recorder.Coordinator)).Id;
        await store.PassTimeAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(10, 0)));
        var loaded = (await store.Inspections.FindAsync(id))!;

        Assert.DoesNotContain(FictionalEdition.ItemLeftOut, loaded.Case.Outstanding("further-information"));
        Assert.Contains("2.5", loaded.Case.Outstanding("further-information"));
        Assert.Equal(
            "Annex A has no item 2.4. Use a number from the list.",
            Assert.IsType<Recording.Refused>(await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new ItemReceived(now, FictionalEdition.ItemLeftOut))).Because);
    }

    [Fact]
    public async Task ShortVisit_FromPlanningToItsLetter_RunsByItsFiveRowsAlone()
    {
        await using var store = await OpenAsync();
        var id = Recorded(await store.Inspections.PlanAsync("888", FictionalEdition.ShortVisit, OnSite, Recorder.Coordinator)).Id;

        await store.PassTimeAsync(LondonTime.At(new LocalDate(2025, 10, 6), new LocalTime(12, 0)));
        var afterVisit = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(["notify-dcs", "on-site", "last-day"], afterVisit.Plan.Steps.Where(step => step.Met is not null).Select(step => step.Key));
        Assert.Equal(new LocalDate(2025, 10, 9), afterVisit.Plan["draft-letter"].DueDate);
        Assert.Equal(["notification:dcs"], afterVisit.Case.Events.Select(recorded => recorded.Event).OfType<NoticeRaised>().Select(notice => notice.Key));
        Assert.Equal(["draft-letter"], afterVisit.Inspection.Owed(store.Now).Where(duty => duty.Notice is null).Select(duty => duty.Step!));

        Assert.Equal("The draft letter has not been shared yet. Record that first.", Refusal(await RecordAsync(now => new FinalReportShared(now, null))));
        Assert.IsType<Recording.Recorded>(await RecordAsync(now => new DraftReportShared(now)));
        Assert.Equal("A short visit has no outcome. Leave it out.", Refusal(await RecordAsync(now => new FinalReportShared(now, new Outcome.Inconsistent()))));
        Assert.Equal("This kind of inspection has no such step, so it cannot be recorded.", Refusal(await RecordAsync(now => new CommentsReceived(now))));

        var complete = Recorded(await RecordAsync(now => new FinalReportShared(now, null)));
        Assert.True(complete.Case.IsComplete);
        await store.DrainAsync();
        await using var context = store.Database.Open();
        var row = context.Inspections.Single(row => row.Id == id);
        Assert.Equal((FictionalEdition.ShortVisit, InspectionPhase.Complete, true, null), (row.Kind, row.Phase, row.Ended, row.WakeAt));
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);

        Task<Recording> RecordAsync(Func<Instant, Fact> fact) => store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => fact(now));
    }

    /// <summary>A kind that the programme does not know takes up its weeks: it is not the full inspection that the area is owed.</summary>
    [Fact]
    public async Task ShortVisit_InTheProgrammeOfItsArea_IsNoFullInspection()
    {
        await using var store = await OpenAsync();
        var planned = Recorded(await store.Inspections.PlanAsync("888", FictionalEdition.ShortVisit, OnSite, Recorder.Coordinator));

        var held = HeldActivity.Of(planned.Id, "888", ActivityFigure.Of(planned))!;

        Assert.Equal((ActivityKind.Other, OnSite, OnSite.PlusDays(1)), (held.Kind, held.Starts, held.Ends));
    }

    [Fact]
    public async Task ShortVisit_OnTheDurableEnginesStep_IsTakenAsOnTheOther()
    {
        await using var store = await OpenAsync();
        var id = Recorded(await store.Inspections.PlanAsync("888", FictionalEdition.ShortVisit, OnSite, Recorder.Coordinator)).Id;
        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(8, 30)));

        var outcome = (await store.Get<InspectionStep>().TakeAsync(id))!;

        Assert.Equal(["notification:dcs"], outcome.Effects.Select(effect => effect.Key));
        Assert.Equal(("Inspectors come on site", "Monday 29 September 2025"), (outcome.Status.NextStep, outcome.Status.Due));
    }

    /// <summary>Both reports come 39 working days after the last on-site day: a day late by the handbook's edition, in time by the other.</summary>
    [Fact]
    public async Task Report_OfPublicationUnderTwoEditions_MeasuresEachByItsOwnDays()
    {
        await using var store = await OpenAsync();
        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 4, 1), new LocalTime(9, 0)));
        await PublishAsync(store, "301", AreaSend2024.Edition, new LocalDate(2025, 5, 12), new LocalDate(2025, 7, 11));
        await PublishAsync(store, "888", FictionalEdition.Edition, OnSite, new LocalDate(2025, 11, 27));

        var reader = new ReportReader(store.Database, store.Get<EventStream>(), store.Get<Editions>());
        var report = await reader.ReportAsync(new(Region: null, Kind: null, From: null, To: null), new LocalDate(2025, 11, 28));

        Assert.Equal(
            ["London: 39 days, 0 in time, 1 later, by 38", "North West: 39 days, 1 in time, 0 later, by 39", "England: 39 days, 1 in time, 1 later, by 38, 39"],
            report.Publication.Select(row => $"{row.Region}: {row.Longest} days, {row.InTime} in time, {row.Later} later, by {string.Join(", ", row.Given)}"));
    }

    private static async Task PublishAsync(ThrowawayStore store, string area, FrameworkEdition edition, LocalDate onSite, LocalDate published)
    {
        var planned = Recorded(await store.Inspections.PlanAsync(area, InspectionKind.Full, onSite, Recorder.Coordinator));
        Assert.Equal(edition.Id, planned.Case.Edition.Id);
        await store.PassTimeAsync(LondonTime.At(onSite.PlusDays(7), new LocalTime(12, 0)));
        await RecordAsync(now => new DraftReportShared(now));
        await RecordAsync(now => new FinalReportShared(now, new Outcome.TypicallyPositive()));
        await store.PassTimeAsync(LondonTime.At(published, new LocalTime(12, 0)));
        await RecordAsync(now => new ReportPublished(now, $"https://reports.example.org/{area}"));

        async Task RecordAsync(Func<Instant, Fact> fact) =>
            Recorded(await store.Inspections.RecordAsync(planned.Id, Recorder.Coordinator, (_, _, now) => fact(now)));
    }

    private static Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(FictionalEdition.Give);

    private static LoadedInspection Recorded(Recording recording) => Assert.IsType<Recording.Recorded>(recording).Inspection;

    private static string Refusal(Recording recording) => Assert.IsType<Recording.Refused>(recording).Because;
}

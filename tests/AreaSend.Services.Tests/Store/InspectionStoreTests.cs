using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

public class InspectionStoreTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_NewInspection_IsReadBackWithItsDates(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);

        var planned = Assert.IsType<Recording.Recorded>(await store.Inspections.PlanAsync("888", InspectionKind.Full, OnSite, Recorder.Coordinator));

        var read = await store.Inspections.FindAsync(planned.Inspection.Id);
        Assert.NotNull(read);
        Assert.Equal(new LocalDate(2025, 9, 8), read.Plan.NotificationDay);
        var @event = Assert.Single(read.Case.Events);
        Assert.Equal((1, ThrowawayStore.Start, Recorder.Coordinator, "planned"), (@event.Seq, @event.RecordedAt, @event.By, @event.Event.Kind));
    }

    [Theory]
    [InlineData("000", 2025, 9, 22, "There is no local area 000. Choose one from the list.")]
    [InlineData("888", 2025, 9, 20, "Saturday 20 September 2025 is not a working day (weekend). Choose a working day, usually a Monday.")]
    [InlineData("888", 2025, 9, 12, "The area has 10 working days' notice, so inspectors can come on site on Monday 15 September 2025 at the earliest.")]
    [InlineData("888", 2035, 1, 8, "the years whose bank holidays are known")]
    public async Task Plan_WhatCannotBe_IsRefusedWithASentence(string area, int year, int month, int day, string sentence)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);

        var recording = await store.Inspections.PlanAsync(area, InspectionKind.Full, new LocalDate(year, month, day), Recorder.Coordinator);

        Assert.Contains(sentence, Assert.IsType<Recording.Refused>(recording).Because);
        await using var context = store.Database.Open();
        Assert.Empty(await context.Events.ToListAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_FactOutOfOrder_IsRefusedAndNothingIsStored(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.PlannedAsync(OnSite);

        var recording = await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new CommentsReceived(now));

        Assert.Equal("The draft report has not been shared yet. Record that first.", Assert.IsType<Recording.Refused>(recording).Because);
        Assert.Equal(1, (await store.Inspections.FindAsync(id))!.Version);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_NoSuchInspection_IsRefused(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);

        var recording = await store.Inspections.RecordAsync(Guid.NewGuid(), Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Not needed."));

        Assert.Equal("There is no such inspection.", Assert.IsType<Recording.Refused>(recording).Because);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_ManyWritersOnOneInspection_KeepsEveryFactOnce(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);
        string[] items = [.. AreaSend2024.Full.Asks.Steps.SelectMany(step => AreaSend2024.Full.Asks.ItemsOf(step, 0))];

        var recordings = await Task.WhenAll(items.Select(item =>
            Task.Run(() => store.Inspections.RecordAsync(id, new Recorder(RecorderRole.Lano), (_, _, now) => new ItemReceived(now, item)))));

        Assert.All(recordings, recording => Assert.IsType<Recording.Recorded>(recording));
        var read = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(items.Order(), read.Case.Items.Keys.Order());
        Assert.Equal(Enumerable.Range(1, read.Version), read.Case.Events.Select(@event => @event.Seq));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_SameFactByManyAtOnce_IsTakenOnceAndThenRefused(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);

        var recordings = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            Task.Run(() => store.Inspections.RecordAsync(id, new Recorder(RecorderRole.Lano), (_, _, now) => new ItemReceived(now, "2.4")))));

        Assert.Single(recordings.OfType<Recording.Recorded>());
        Assert.All(recordings.OfType<Recording.Refused>(), refused => Assert.Equal("Item 2.4 has already been received.", refused.Because));
    }
}

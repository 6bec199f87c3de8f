using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Engine;

public class InspectionAdvanceTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly Instant NotificationMoment = LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_BeforeItsTime_OnlySaysWhenToLookAgain(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.PlannedAsync(OnSite);

        var result = await store.Get<InspectionAdvance>().AdvanceAsync(id, ThrowawayStore.Start);

        Assert.Equal(NotificationMoment, result.NextWake);
        Assert.Empty(result.Raised);
        await using var context = store.Database.Open();
        var summary = await context.Inspections.SingleAsync();
        Assert.Equal((1, NotificationMoment, ThrowawayStore.Start, InspectionPhase.Planned, "notify-dcs"), (summary.HeadSeq, summary.WakeAt, summary.LastAdvanced, summary.Phase, summary.NextStep));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_OnNotificationDay_StoresFactNoticesAndOutboxTogether(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);

        var id = await store.NotifiedAsync(OnSite);

        var events = (await store.Inspections.FindAsync(id))!.Case.Events;
        Assert.Equal(["planned", "notified", "notice-raised", "notice-raised", "notice-raised", "notice-raised"], events.Select(@event => @event.Event.Kind));
        await using var context = store.Database.Open();
        var outbox = await context.Notices.OrderBy(notice => notice.RaisedSeq).ToListAsync();
        Assert.Equal(["notification:dcs", "notification:icb", "notification:pcf", "surveys-open:pcf"], outbox.Select(notice => notice.Key));
        Assert.Equal([3, 4, 5, 6], outbox.Select(notice => notice.RaisedSeq));
        Assert.All(outbox, notice => Assert.Equal((NoticeState.Waiting, NotificationMoment), (notice.State, notice.NextAttempt)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_AgainAtTheSameMoment_ChangesNothing(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);
        var version = (await store.Inspections.FindAsync(id))!.Version;

        var again = await store.Get<InspectionAdvance>().AdvanceAsync(id, NotificationMoment);

        Assert.Empty(again.Raised);
        Assert.Equal(version, (await store.Inspections.FindAsync(id))!.Version);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_ByManyAtOnce_NotifiesOnce(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.PlannedAsync(OnSite);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => store.Get<InspectionAdvance>().AdvanceAsync(id, NotificationMoment))));

        var @case = (await store.Inspections.FindAsync(id))!.Case;
        Assert.Single(@case.Events, @event => @event.Event is Notified);
        Assert.Equal(4, @case.Events.Count(@event => @event.Event is NoticeRaised));
    }
}

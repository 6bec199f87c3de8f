using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Tests.Engine;

/// <summary>Inspections that are due at one instant are stored together, all of them or none, and one that cannot be taken forward keeps no other back.</summary>
public class AdvanceTogetherTests(PostgresServer server)
{
    private const int Together = 20;
    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly Instant NotificationMoment = LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_ManyDueAtOnce_TakesEachForwardOnce(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var planned = await PlannedAsync(store, Together + 5);

        List<int> taken = [];
        while (taken is not [.., 0])
        {
            taken.Add(await store.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));
        }

        Assert.Equal([Together, 5, 0], taken);
        Assert.All(await StandingAsync(store), standing => Assert.Equal((6, 4, null), (standing.Events, standing.Notices, standing.Error)));
        Assert.Equal(planned.Order(), (await StandingAsync(store)).Select(standing => standing.Inspection).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_OneHistoryDamaged_TakesTheOthersForward(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var damaged = (await PlannedAsync(store, Together))[7];
        await DamageAsync(store, damaged);

        Assert.Equal(Together, await store.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));

        await AssertAllButAsync(store, damaged, "was changed after it had been recorded");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_OneThatTheDatabaseRefuses_TakesTheOthersForward(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var refused = (await PlannedAsync(store, Together))[7];
        await RefuseNoticesAsync(store, on, refused);

        Assert.Equal(Together, await store.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));

        await AssertAllButAsync(store, refused, "could not take this inspection forward");
        Assert.Equal(0, await store.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));
    }

    /// <summary>The worst moment: everything has been written, and nothing is committed.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_HostDiesBeforeTheCommit_StoresNothingAndTheNextHostAll(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server, services => services.AddSingleton<ILogger<InspectionAdvance>, DyingLogger>());
        var damaged = (await PlannedAsync(store, Together))[7];
        await DamageAsync(store, damaged);

        await Assert.ThrowsAsync<HostDiedException>(() => store.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));

        Assert.All(await StandingAsync(store), standing => Assert.Equal((1, 0, null), (standing.Events, standing.Notices, standing.Error)));
        await using var next = await ThrowawayStore.OpenOnAsync(store.Settings);
        Assert.Equal(Together, await next.Get<InspectionAdvance>().AdvanceDueAsync(NotificationMoment));
        await AssertAllButAsync(next, damaged, "was changed after it had been recorded");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_ByManyWhileFactsAreRecorded_LosesAndDoublesNothing(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var planned = await PlannedAsync(store, 3 * Together);
        store.Clock.Reset(NotificationMoment);

        await Task.WhenAll(
        [
            .. Enumerable.Range(0, 4).Select(_ => Task.Run(store.DrainAsync)),
            .. planned.Where((_, number) => number % 3 == 0).Select(id => Task.Run(() => WithdrawAsync(store, id))),
        ]);

        foreach (var id in planned)
        {
            var events = (await store.Inspections.FindAsync(id))!.Case.Events.Select(recorded => recorded.Event).ToList();
            Assert.Equal(events.OfType<NoticeRaised>().Select(notice => notice.Key).Distinct().Count(), events.OfType<NoticeRaised>().Count());
            Assert.True(events.OfType<Notified>().Count() + events.OfType<InspectionWithdrawn>().Count() is 1 or 2);
        }

        await store.DrainAsync();
        Assert.All(await StandingAsync(store), standing => Assert.Null(standing.Error));
    }

    private static async Task WithdrawAsync(ThrowawayStore store, Guid id) =>
        Assert.IsType<Recording.Recorded>(await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A reason.")));

    private static async Task<List<Guid>> PlannedAsync(ThrowawayStore store, int count)
    {
        var planned = new List<Guid>();
        foreach (var area in LocalAuthorities.All.Take(count))
        {
            planned.Add(await store.PlannedAsync(OnSite, area.Code));
        }

        return planned;
    }

    private static async Task DamageAsync(ThrowawayStore store, Guid inspection)
    {
        await using var context = store.Database.Open();
        await context.Events.Where(row => row.Inspection == inspection).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.RecordedAt, ThrowawayStore.Start + Duration.FromHours(1)));
    }

    private static async Task RefuseNoticesAsync(ThrowawayStore store, StoreProvider on, Guid inspection)
    {
        await using var context = store.Database.Open();
        await context.Database.ExecuteSqlRawAsync(
            on == StoreProvider.Sqlite
                ? $"CREATE TRIGGER refuse BEFORE INSERT ON notices WHEN NEW.inspection = '{inspection.ToString().ToUpperInvariant()}' BEGIN SELECT RAISE(ABORT, 'No.'); END"
                : $$"""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $no$ BEGIN RAISE 'No.'; END $no$;
                    CREATE TRIGGER refuse BEFORE INSERT ON notices FOR EACH ROW WHEN (NEW.inspection = '{{inspection}}') EXECUTE FUNCTION refuse();
                    """);
    }

    private static async Task AssertAllButAsync(ThrowawayStore store, Guid one, string error)
    {
        foreach (var standing in await StandingAsync(store))
        {
            if (standing.Inspection == one)
            {
                Assert.Equal((1, 0), (standing.Events, standing.Notices));
                Assert.Contains(error, standing.Error);
                Assert.True(standing.Wake > NotificationMoment);
            }
            else
            {
                Assert.Equal((6, 4, null), (standing.Events, standing.Notices, standing.Error));
            }
        }
    }

    private static async Task<List<Standing>> StandingAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        return await context.Inspections
            .Select(row => new Standing(
                row.Id,
                context.Events.Count(recorded => recorded.Inspection == row.Id),
                context.Notices.Count(notice => notice.Inspection == row.Id),
                row.WakeAt,
                row.LastError))
            .ToListAsync();
    }

    private sealed record Standing(Guid Inspection, int Events, int Notices, Instant? Wake, string? Error);

    private sealed class HostDiedException : Exception;

    /// <summary>Ends the host when it says that an inspection could not be taken forward: after all steps were written.</summary>
    private sealed class DyingLogger : ILogger<InspectionAdvance>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new HostDiedException();
    }
}

using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

/// <summary>One history that is not what was recorded, or that only a newer release can read, takes no other inspection down, and is used for nothing.</summary>
public class DamagedHistoryTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    public static TheoryData<string, string> Damages { get; } = new()
    {
        { "no JSON", "was changed after it had been recorded" },
        { "another year", "was changed after it had been recorded" },
        { "another role", "was changed after it had been recorded" },
        { "unknown kind", "is of a kind that this release does not know" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_OneOfThree_IsNamedAndTheOthersGoOn(string damage, string says)
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var store = await ThrowawayStore.OpenAsync(on, server);
            await store.PlannedAsync(OnSite, "301");
            var damaged = await store.PlannedAsync(OnSite, "302");
            await store.PlannedAsync(OnSite, "303");
            await DamageAsync(store, damaged, damage);

            var open = await store.Get<OpenInspections>().ReadAsync();
            var (_, next) = await NextCalendarAsync(store);

            Assert.Equal(["301", "303"], open.Where(inspection => inspection.Loaded is not null).Select(inspection => inspection.Row.Area).Order(StringComparer.Ordinal));
            Assert.Contains(says, open.Single(inspection => inspection.Loaded is null).Unreadable, StringComparison.Ordinal);
            Assert.Contains(says, (await Assert.ThrowsAnyAsync<BrokenChainException>(() => store.Inspections.FindAsync(damaged))).Message, StringComparison.Ordinal);
            await store.Get<CalendarMoves>().PreviewAsync(next);
            var recent = await store.Get<RecentEvents>().SinceAsync(Instant.MinValue, 100);
            Assert.Equal(["301", "303"], recent.Select(happened => happened.Area).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(damaged, Assert.Single((await store.Get<ChainVerifier>().VerifyAsync()).Broken).Inspection);
        }
    }

    /// <summary>What the engine does bears the time at which its step began: a little before what somebody recorded while it went on.</summary>
    [Theory]
    [InlineData(30 * 24 * 60, true)]
    [InlineData(11, true)]
    [InlineData(9, false)]
    public async Task Verify_ClockSetBack_IsSaidAndIsNoDamage(int minutes, bool isSaid)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.NotifiedAsync(OnSite);
        await using var context = store.Database.Open();
        var last = await context.Events.AsNoTracking().OrderBy(row => row.Seq).LastAsync();
        var earlier = last.RecordedAt - Duration.FromMinutes(minutes);
        var hash = EventHash.Of(last.PreviousHash, id, last.Seq, earlier, last.By, last.Payload);
        await context.Events.Where(row => row.Seq == last.Seq).ExecuteUpdateAsync(set => set.SetProperty(row => row.RecordedAt, earlier).SetProperty(row => row.Hash, hash));
        await context.Inspections.ExecuteUpdateAsync(set => set.SetProperty(row => row.HeadHash, hash));

        var report = await store.Get<ChainVerifier>().VerifyAsync();

        Assert.Empty(report.Broken);
        Assert.Equal(isSaid ? [(id, last.Seq)] : [], report.SetBack.Select(one => (one.Inspection, one.Seq)));
    }

    private static async Task DamageAsync(ThrowawayStore store, Guid inspection, string damage)
    {
        await using var context = store.Database.Open();
        var row = await context.Events.AsNoTracking().SingleAsync(row => row.Inspection == inspection);
        var events = context.Events.Where(known => known.Inspection == inspection);
        switch (damage)
        {
            case "no JSON":
                await events.ExecuteUpdateAsync(set => set.SetProperty(known => known.Payload, "{not json"));
                return;
            case "another year":
                await events.ExecuteUpdateAsync(set => set.SetProperty(known => known.Payload, row.Payload.Replace("2025", "2027", StringComparison.Ordinal)));
                return;
            case "another role":
                await events.ExecuteUpdateAsync(set => set.SetProperty(known => known.By, "Somebody"));
                return;
        }

        // As a newer release would have recorded it: whole, and with hashes that fit.
        const string Payload = """{"kind":"of-a-later-release","happenedAt":"2025-09-01T08:00:00Z"}""";
        var hash = EventHash.Of(row.PreviousHash, inspection, row.Seq, row.RecordedAt, row.By, Payload);
        await events.ExecuteUpdateAsync(
            set => set.SetProperty(known => known.Payload, Payload).SetProperty(known => known.Kind, "of-a-later-release").SetProperty(known => known.Hash, hash));
        await context.Inspections.Where(known => known.Id == inspection).ExecuteUpdateAsync(set => set.SetProperty(known => known.HeadHash, hash));
    }

    // Any other calendar makes the preview read every open inspection.
    private static async Task<(VersionedCalendar Current, VersionedCalendar Next)> NextCalendarAsync(ThrowawayStore store)
    {
        var current = await store.Get<CalendarLibrary>().CurrentAsync();
        return (current, current with { Version = "another" });
    }
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Keeping;
using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace AreaSend.Services.Tests.GettingReady;

/// <summary>Areas' own audits of plans go by themselves, two years after the day they were last worked on, with what was written in them.</summary>
public class ReadyKeepingTests(PostgresServer server)
{
    private static readonly Instant Today = LondonTime.At(new LocalDate(2028, 3, 1), LocalTime.Noon);

    [Theory]
    [InlineData("2026-03-01", null, null, true, "two years to the day")]
    [InlineData("2026-03-02", null, null, false, "the day before that")]
    [InlineData("2025-01-10", null, null, true, "begun long ago and never finished")]
    [InlineData("2025-01-10", "2026-03-02", null, false, "counted from when it was finished")]
    [InlineData("2025-01-10", "2025-02-10", "2026-03-02", false, "counted from when a second person had moderated it")]
    [InlineData("2025-01-10", "2025-02-10", "2026-03-01", true, "moderated two years ago")]
    public async Task Dispose_OnAnAudit_CountsFromTheDayItWasLastWorkedOn(string begun, string? finished, string? moderated, bool isGone, string because)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await PlantAsync(store, begun, finished, moderated);

        Assert.True(isGone == (await store.Get<ReadyKeeping>().DisposeAsync() == 1), because);

        await using var context = store.Database.Open();
        Assert.True(isGone != await context.Set<AuditRow>().AnyAsync(), because);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dispose_OfOneOfTwo_TakesItsGradesAndLeavesTheOtherWhole(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        await PlantAsync(store, "2025-01-10");
        var kept = await PlantAsync(store, "2027-01-10");

        Assert.Equal(1, await store.Get<ReadyKeeping>().DisposeAsync());
        Assert.Equal(0, await store.Get<ReadyKeeping>().DisposeAsync());

        await using var context = store.Database.Open();
        Assert.Equal(kept, (await context.Set<AuditRow>().SingleAsync()).Id);
        Assert.Equal([kept, kept], await context.Set<GradeRow>().Select(grade => grade.Audit).ToListAsync());
    }

    [Fact]
    public async Task Dispose_WherePeriodsAreOnesOwn_HeedsThem()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite, months: 27);
        await PlantAsync(store, "2026-01-10");

        Assert.Equal(0, await store.Get<ReadyKeeping>().DisposeAsync());
        store.Clock.Advance(Duration.FromDays(41));
        Assert.Equal(1, await store.Get<ReadyKeeping>().DisposeAsync());
    }

    private async Task<ThrowawayStore> OpenAsync(StoreProvider on, int months = 24)
    {
        var store = await ThrowawayStore.OpenAsync(on, server, services => services.AddSingleton<ReadyKeeping>()
            .AddSingleton(new KeepingSchedule(new Dictionary<string, int> { [KeepingSchedule.Audits] = months })));
        store.Clock.Reset(Today);
        return store;
    }

    private static async Task<Guid> PlantAsync(ThrowawayStore store, string begun, string? finished = null, string? moderated = null)
    {
        var id = Guid.CreateVersion7();
        await using var context = store.Database.Open();
        context.Add(new AuditRow
        {
            Id = id, Area = "888", Reference = $"EHCP-{begun}", Auditor = Guid.NewGuid(), BegunAt = At(begun)!.Value, FinishedAt = At(finished), ModeratedAt = At(moderated),
        });
        foreach (var criterion in (string[])["a", "b"])
        {
            context.Add(new GradeRow { Audit = id, Round = AuditRound.First, Criterion = criterion, Grade = default, Comment = "Plainly fictional." });
        }

        await context.SaveChangesAsync();
        return id;
    }

    private static Instant? At(string? day) => day is null ? null : LondonTime.At(LocalDatePattern.Iso.Parse(day).Value, new LocalTime(23, 30));
}

using AreaSend.Conformance;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>What both engines have to do alike, on the durable one. The embedded one has the same in its own project.</summary>
public class DurableConformanceTests(PostgresServer server)
{
    public static TheoryData<Script> Everything => new(Scripts.All);

    [Theory, MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public async Task Play_EachScript_GoesAsExpected(Script script)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite, script.Edition);
        await using var engine = new DurableRun(store);

        var stages = await new Play(script, store, engine).RunAsync("888");

        await Course.AssertAsync(script, stages);
        Assert.Equal(1, engine.Hosts);
    }

    [Fact]
    public async Task Play_OnPostgres_GoesAsExpected()
    {
        await using var store = await OpenAsync(StoreProvider.Postgres);
        await using var engine = new DurableRun(store);

        var stages = await new Play(Scripts.OutcomeThree, store, engine).RunAsync("888");

        await Course.AssertAsync(Scripts.OutcomeThree, stages);
    }

    // The shortest life in which a host without a memory gets anywhere: it asks what is owed, and does the first of it. And one more.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Play_HostLostWithItsHub_GoesAsExpected(int activitiesOfAHost)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await using var engine = new DurableRun(store, activitiesOfAHost);

        var stages = await new Play(Scripts.OutcomeThree, store, engine).RunAsync("888");

        await Course.AssertAsync(Scripts.OutcomeThree, stages);
        Assert.True(engine.Hosts > 30, $"Only {engine.Hosts} hosts were lost.");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Play_FiftyInspectionsAtOnce_GoAsExpected(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        await using var engine = new DurableRun(store);

        var stages = await new Play(Scripts.ThreeWeeks, store, engine).RunAsync([.. LocalAuthorities.All.Take(50).Select(area => area.Code)]);

        await Course.AssertAsync(Scripts.ThreeWeeks, stages);
    }

    public static TheoryData<RealDay> RealDays => new(RealDay.All);

    [Theory, MemberData(nameof(RealDays), DisableDiscoveryEnumeration = true)]
    public async Task Play_ABankHolidayAsItWasReallyProclaimed_MovesWhatIsOpenOnceAndTellsEachOnce(RealDay day)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await using var engine = new DurableRun(store);

        await day.AssertAsync(Assert.Single(await new Play(day.Script, store, engine).RunAsync("888")));
    }

    public static TheoryData<FictionalCourse> Fictional => new(FictionalCourse.All);

    /// <summary>An edition and a kind of inspection that stand in test code alone: nothing in production names them.</summary>
    [Theory, MemberData(nameof(Fictional), DisableDiscoveryEnumeration = true)]
    public async Task Play_EachKindOfAnEditionInTestCodeAlone_GoesToItsEndAsCountedByHand(FictionalCourse course)
    {
        await using var store = await ThrowawayStore.OpenAsync(FictionalEdition.Give);
        await using var engine = new DurableRun(store, configure: FictionalEdition.Give);

        await course.AssertAsync(Assert.Single(await new Play(course.Script, store, engine).RunAsync("888")));
        Assert.Equal(1, engine.Hosts);
    }

    private Task<ThrowawayStore> OpenAsync(StoreProvider on, string? edition = null) => ThrowawayStore.OpenAsync(on, server, services =>
    {
        services.AddBankHolidays();
        services.Replace(ServiceDescriptor.Singleton(Editions.Shipped.Naming(edition)));
    });
}

using AreaSend.Conformance;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AreaSend.Services.Tests.Conformance;

/// <summary>What both engines have to do alike, on the embedded one. The durable one has the same in its own project.</summary>
public class EmbeddedConformanceTests(PostgresServer server)
{
    public static TheoryData<Script> Everything => new(Scripts.All);

    [Theory, MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public async Task Play_EachScript_GoesAsExpected(Script script)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite, script.Edition);
        await using var engine = new EmbeddedRun(store);

        var stages = await new Play(script, store, engine).RunAsync("888");

        await Course.AssertAsync(script, stages);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Play_HostEndsAfterEveryPieceOfWork_GoesAsExpected(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        await using var engine = new EmbeddedRunKilledAlways(store);

        var stages = await new Play(Scripts.OutcomeThree, store, engine).RunAsync("888");

        await Course.AssertAsync(Scripts.OutcomeThree, stages);
    }

    [Fact]
    public async Task Play_OnPostgresWithSeveralWorkers_GoesAsExpected()
    {
        await using var store = await OpenAsync(StoreProvider.Postgres);
        await using var engine = new EmbeddedRun(store);

        var stages = await new Play(Scripts.OutcomeThree, store, engine).RunAsync("888");

        await Course.AssertAsync(Scripts.OutcomeThree, stages);
    }

    [Fact]
    public async Task Play_FiftyInspectionsAtOnce_GoAsExpected()
    {
        await using var store = await OpenAsync(StoreProvider.Postgres);
        await using var engine = new EmbeddedRun(store);

        var stages = await new Play(Scripts.ThreeWeeks, store, engine).RunAsync([.. LocalAuthorities.All.Take(50).Select(area => area.Code)]);

        await Course.AssertAsync(Scripts.ThreeWeeks, stages);
    }

    public static TheoryData<RealDay> RealDays => new(RealDay.All);

    [Theory, MemberData(nameof(RealDays), DisableDiscoveryEnumeration = true)]
    public async Task Play_ABankHolidayAsItWasReallyProclaimed_MovesWhatIsOpenOnceAndTellsEachOnce(RealDay day)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await using var engine = new EmbeddedRun(store);

        await day.AssertAsync(Assert.Single(await new Play(day.Script, store, engine).RunAsync("888")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Play_StateFuneralWithAHostThatEndsAfterEveryPieceOfWork_TellsEachOnce(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        await using var engine = new EmbeddedRunKilledAlways(store);

        await RealDay.StateFuneral.AssertAsync(Assert.Single(await new Play(RealDay.StateFuneral.Script, store, engine).RunAsync("888")));
    }

    public static TheoryData<FictionalCourse> Fictional => new(FictionalCourse.All);

    /// <summary>An edition and a kind of inspection that stand in test code alone: nothing in production names them.</summary>
    [Theory, MemberData(nameof(Fictional), DisableDiscoveryEnumeration = true)]
    public async Task Play_EachKindOfAnEditionInTestCodeAlone_GoesToItsEndAsCountedByHand(FictionalCourse course)
    {
        await using var store = await ThrowawayStore.OpenAsync(FictionalEdition.Give);
        await using var engine = new EmbeddedRun(store, FictionalEdition.Give);

        await course.AssertAsync(Assert.Single(await new Play(course.Script, store, engine).RunAsync("888")));
    }

    private Task<ThrowawayStore> OpenAsync(StoreProvider on, string? edition = null) => ThrowawayStore.OpenAsync(on, server, services =>
    {
        services.AddBankHolidays();
        services.Replace(ServiceDescriptor.Singleton(Editions.Shipped.Naming(edition)));
    });
}

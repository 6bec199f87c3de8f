using AreaSend.Services.Areas;
using AreaSend.Services.Programme;
using AreaSend.Services.Reports;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Tests.Store;

/// <summary>Whoever is limited to regions reads the rows of their inspections and areas, and of no others, on either database.</summary>
public class RowsSeenTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2026, 3, 9);

    /// <summary>Tables of which everybody reads every row, each with the reason. A new table says of which area or inspection a row is, or stands here.</summary>
    private static readonly Dictionary<string, string> Everybodys = new()
    {
        ["areas"] = "the published list of local authorities",
        ["bank_holiday_decisions"] = "bank holidays are the whole country's",
        ["calendar_alarms"] = "bank holidays are the whole country's",
        ["calendar_refreshes"] = "bank holidays are the whole country's",
        ["calendar_snapshots"] = "bank holidays are the whole country's",
        ["clock"] = "the sandbox's clock",
        ["disposal_batches"] = "for administrators, who are not limited",
        ["key_ring"] = "keys",
        ["list_findings"] = "of a document, which is found first, and is limited",
        ["list_readings"] = "of a document, which is found first, and is limited",
        ["ready_grades"] = "of the rooms in which areas get ready, which no role opens",
        ["ready_links"] = "of the rooms in which areas get ready, which no role opens",
        ["ready_sessions"] = "of the rooms in which areas get ready, which no role opens",
        ["staff"] = "colleagues, who are assigned and put on teams",
        ["staff_sessions"] = "sessions",
    };

    [Fact]
    public void Tables_EachOne_IsLimitedOrEverybodys()
    {
        using var context = new LimitedSqliteStoreContext(new DbContextOptionsBuilder<LimitedSqliteStoreContext>().UseSqlite("Data Source=:memory:").Options);

        var open = context.Model.GetEntityTypes().Where(table => table.GetDeclaredQueryFilters().Count == 0).Select(table => table.GetTableName());

        Assert.Equal(string.Join(" ", Everybodys.Keys.Order(StringComparer.Ordinal)), string.Join(" ", open.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Open_BySomebodyLimited_ReadsTheirRowsAlone(StoreProvider provider)
    {
        // Arrange
        await using var store = await ThrowawayStore.OpenAsync(provider, server);
        var (lancashire, camden) = (await store.NotifiedAsync(OnSite), await store.PlannedAsync(OnSite.PlusWeeks(20), "202"));
        await store.DrainAsync();

        // Act, in turn: contexts are used again, and a second sight is not the first.
        var seen = new List<IReadOnlyList<Guid>>();
        foreach (var names in (string[][])[[], ["North West"], ["London"], ["North West", "London"], ["Nowhere"], []])
        {
            using var held = Sight.Of(names).Hold();
            await using var context = store.Database.Open();
            var events = await context.Events.Select(row => row.Inspection).Distinct().ToListAsync();
            var rows = await context.Inspections.Select(row => row.Id).ToListAsync();
            var figures = await context.Figures.Select(row => row.Inspection).ToListAsync();
            Assert.Equal(rows.Order(), events.Order());
            Assert.Equal(rows.Order(), figures.Order());
            Assert.Equal(rows.Contains(lancashire), await context.Notices.AnyAsync(row => row.Inspection == lancashire));
            Assert.Equal(rows.Contains(camden), await store.Inspections.FindAsync(camden) is not null);
            seen.Add(rows);
        }

        // Assert
        Assert.Equal([2, 1, 1, 2, 0, 2], seen.Select(rows => rows.Count));
        Assert.Equal(lancashire, Assert.Single(seen[1]));
        Assert.Equal(camden, Assert.Single(seen[2]));
    }

    /// <summary>As many inspections with as many events each: what was remembered for one must not be given to the other.</summary>
    [Fact]
    public async Task Remembered_ForSomebodyElse_IsNotShown()
    {
        await using var store = await ThrowawayStore.OpenAsync(services => services
            .AddSingleton<HeldActivities>().AddSingleton<ProgrammeBook>().AddSingleton<NationalProgramme>().AddSingleton<ReportReader>());
        var (lancashire, camden) = (await store.PlannedAsync(OnSite), await store.PlannedAsync(OnSite, "202"));
        var (programme, reports, open) = (store.Get<NationalProgramme>(), store.Get<ReportReader>(), store.Get<OpenInspections>());

        foreach (var (region, own) in ((string, Guid[])[])[("North West", [lancashire]), ("London", [camden]), ("South West", []), ("East of England", []), ("North West", [lancashire])])
        {
            using var held = Sight.Of([region]).Hold();
            var view = await programme.ReadAsync();
            Assert.All(view.Areas, standing => Assert.Equal(region, standing.Area.Region));
            Assert.Equal(own, view.Areas.SelectMany(standing => standing.History.Held).Select(one => one.Id));
            Assert.Equal(own, (await reports.ReadAsync()).Select(one => one.Inspection));
            Assert.Equal(own, (await open.ReadAsync()).Select(one => one.Row.Id));
        }

        Assert.Equal(2, (await open.ReadAsync()).Count);
        Assert.Equal(153, (await programme.ReadAsync()).Areas.Count);
    }

    [Fact]
    public async Task Plan_OutsideTheRegions_IsRefusedInASentence()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        using var held = Sight.Of(["London"]).Hold();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.PlannedAsync(OnSite));

        Assert.Equal("Lancashire is not in the regions that you work for (London). A coordinator who is not limited to them can do this.", refused.Message);
    }
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

public class SummaryRebuildTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rebuild_AfterTheListIsLost_IsTheListAsItWas(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.PlannedAsync(new LocalDate(2025, 10, 6), "301");
        var withdrawn = await store.PlannedAsync(new LocalDate(2025, 10, 13), "302");
        await store.Inspections.RecordAsync(withdrawn, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned twice."));
        await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        var live = await ListAsync(store);
        await using (var context = store.Database.Open())
        {
            await context.Inspections.Where(row => row.Id == withdrawn).ExecuteDeleteAsync();
            await context.Inspections.ExecuteUpdateAsync(set => set.SetProperty(row => row.Phase, InspectionPhase.Complete).SetProperty(row => row.NextStep, "none").SetProperty(row => row.HeadSeq, 1));
        }

        var rebuilt = await store.Get<SummaryRebuild>().RebuildAsync();
        await store.DrainAsync();

        Assert.Equal((3, 0), (rebuilt.Inspections, rebuilt.Lost.Count));
        Assert.Equal(live, await ListAsync(store));
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
    }

    private static async Task<List<string>> ListAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        var rows = await context.Inspections.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => string.Join(
            '|', row.Id, row.Area, row.Kind, row.Edition, row.PlannedAt, row.NotificationDay, row.OnSiteStarts, row.Calendar, row.Phase, row.NextStep, row.NextDue, row.NextCertainty,
                row.Ended, row.WakeAt, row.HeadSeq, row.HeadHash))];
    }
}

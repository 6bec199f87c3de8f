using System.Diagnostics;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Bench.Engine;

/// <summary>The store and the engine's step, end to end: figures of whole runs, which BenchmarkDotNet would repeat too often.</summary>
internal static class StoreFigures
{
    private const int Inspections = 10_000;
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    public static async Task<int> RunAsync()
    {
        await using var server = new PostgresServer();
        foreach (var on in Enum.GetValues<StoreProvider>())
        {
            await WholeAsync(on, server);
            var whole = new List<TimeSpan>();
            for (var run = 0; run < 5; run++)
            {
                whole.Add(await WholeAsync(on, server));
            }

            Console.WriteLine($"{on}: whole inspection, median of 5: {whole.Order().ElementAt(2).TotalMilliseconds:F0} ms");
            await DrainAsync(on, server);
        }

        return 0;
    }

    /// <summary>From planning to the published plan: every fact recorded, every notice raised, written and taken by a mail service that takes all.</summary>
    private static async Task<TimeSpan> WholeAsync(StoreProvider on, PostgresServer server)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var clock = Stopwatch.StartNew();
        await store.LiveThroughAsync(OnSite);
        return clock.Elapsed;
    }

    /// <summary>Ten thousand inspections notified at one instant: as many steps, five events and four notices in each.</summary>
    private static async Task DrainAsync(StoreProvider on, PostgresServer server)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var areas = LocalAuthorities.All;
        for (var number = 0; number < Inspections; number++)
        {
            await store.PlannedAsync(OnSite, areas[number % areas.Count].Code);
        }

        await AdvanceAllAsync(store, on);
        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness));
        var clock = Stopwatch.StartNew();
        var advanced = await AdvanceAllAsync(store, on);
        Console.WriteLine($"{on}: {advanced} inspections due at one instant: {advanced / clock.Elapsed.TotalSeconds:F0} advances a second");
        await using var context = store.Database.Open();
        var notices = await context.Notices.CountAsync();
        if ((advanced, notices) != (Inspections, Inspections * 4))
        {
            throw new InvalidOperationException($"{advanced} advances raised {notices} notices.");
        }
    }

    private static async Task<int> AdvanceAllAsync(ThrowawayStore store, StoreProvider on)
    {
        var workers = on == StoreProvider.Sqlite ? 1 : 4;
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var advanced = 0;
            while (await store.Get<InspectionAdvance>().AdvanceNextDueAsync(store.Now))
            {
                advanced++;
            }

            return advanced;
        })));
        return counts.Sum();
    }
}

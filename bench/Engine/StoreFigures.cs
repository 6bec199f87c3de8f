using System.Diagnostics;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
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

    /// <summary>How long whole inspections take: the first of a process, which pays for the runtime's compiler, and the median of five after it.</summary>
    public static async Task<int> WholeAsync()
    {
        await using var server = new PostgresServer();
        foreach (var on in Enum.GetValues<StoreProvider>())
        {
            var first = await WholeAsync(on, server);
            var next = new List<Figure>();
            for (var run = 0; run < 5; run++)
            {
                next.Add(await WholeAsync(on, server));
            }

            Console.WriteLine(
                $"{on}: a whole inspection: the first of the process {first}; median of the five after it {next.OrderBy(figure => figure.Time).ElementAt(2)}");
        }

        return 0;
    }

    /// <summary>How fast ten thousand inspections that are due at one instant are taken forward.</summary>
    public static async Task<int> DrainAsync()
    {
        await using var server = new PostgresServer();
        foreach (var on in Enum.GetValues<StoreProvider>())
        {
            await DrainAsync(on, server);
        }

        return 0;
    }

    /// <summary>From planning to the published plan: every fact recorded, every notice raised, written and taken by a mail service that takes all.</summary>
    private static async Task<Figure> WholeAsync(StoreProvider on, PostgresServer server)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var figure = Figure.Begin();
        await store.LiveThroughAsync(OnSite);
        return figure();
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
        var begun = Figure.Begin();
        var advanced = await AdvanceAllAsync(store, on);
        var figure = begun();
        Console.WriteLine($"{on}: {advanced} inspections due at one instant: {advanced / figure.Time.TotalSeconds:F0} advances a second; {figure}");
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
            while (await store.Get<InspectionAdvance>().AdvanceDueAsync(store.Now) is > 0 and var more)
            {
                advanced += more;
            }

            return advanced;
        })));
        return counts.Sum();
    }

    /// <summary>How long something took, and how much of the processors' time this process had: on a busy machine the two differ.</summary>
    private sealed record Figure(TimeSpan Time, TimeSpan Processor)
    {
        public static Func<Figure> Begin()
        {
            var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            return () => new Figure(clock.Elapsed, Environment.CpuUsage.TotalTime - processor);
        }

        public override string ToString() => $"{Time.TotalMilliseconds:F0} ms, processor time {Processor.TotalMilliseconds:F0} ms";
    }
}

using System.Diagnostics;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Tests;
using AreaSend.Functions.Tests.Engine;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using NodaTime;

namespace AreaSend.Bench.Engine;

/// <summary>
/// How long it takes until everybody is told, when many inspections reach their notification at one instant: on either engine, each with PostgreSQL.
/// </summary>
internal static class NotifiedAtOnce
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly int[] Inspections = [50, 200];

    public static async Task<int> RunAsync()
    {
        await using var server = new PostgresServer();
        await using var account = new StorageAccount();
        foreach (var inspections in Inspections)
        {
            var storm = await Storm.RunAsync(inspections, account, server);
            Show("Durable on Azurite", inspections, storm.Time, storm.Sent);
            Console.WriteLine($"  {storm.Notices} notices stand as sent; {storm.Looks} looks at {inspections} inspections");
        }

        foreach (var inspections in Inspections)
        {
            await EmbeddedAsync(inspections, server);
        }

        return 0;
    }

    private static async Task EmbeddedAsync(int inspections, PostgresServer server)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var areas = LocalAuthorities.All;
        for (var number = 0; number < inspections; number++)
        {
            await store.PlannedAsync(OnSite, areas[number % areas.Count].Code);
        }

        await store.Get<DueWorkRunner>().RunAsync(store.Now);
        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness));
        var clock = Stopwatch.StartNew();
        await store.Get<DueWorkRunner>().RunAsync(store.Now);
        Show("Embedded", inspections, clock.Elapsed, [.. store.Mail.Sent.Select(mail => mail.Key)]);
    }

    private static void Show(string engine, int inspections, TimeSpan time, IReadOnlyList<string> sent) => Console.WriteLine(
        $"{engine}: {inspections} inspections due at one instant: {time.TotalSeconds:F1} s, {inspections / time.TotalSeconds:F1} a second; {sent.Count} e-mails, {sent.Distinct().Count()} different");
}

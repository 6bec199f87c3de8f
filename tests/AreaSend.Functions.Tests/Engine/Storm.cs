using System.Diagnostics;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>
/// Many inspections whose notification falls due at one instant: orchestrations in Azure Storage, as many activities at once as <c>host.json</c> allows, and a
/// store in PostgreSQL that lends twenty connections. Each owes four notices.
/// </summary>
/// <param name="Time">From that instant until the last notice is sent.</param>
/// <param name="Sent">The keys of the e-mails that left.</param>
/// <param name="Notices">How many notices stand in the store as sent.</param>
/// <param name="Looks">How often an inspection was looked at for it.</param>
internal sealed record Storm(TimeSpan Time, IReadOnlyList<string> Sent, int Notices, int Looks)
{
    private const int NoticesOfEach = 4;
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    public static async Task<Storm> RunAsync(int inspections, StorageAccount account, PostgresServer server)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var areas = LocalAuthorities.All;
        var ids = new List<Guid>();
        for (var number = 0; number < inspections; number++)
        {
            ids.Add(await store.PlannedAsync(OnSite, areas[number % areas.Count].Code));
        }

        var hub = await AzureStorageHub.CreateAsync(account, asInAzure: true);
        await using var host = await DurableHost.StartAsync(store, hub.Open(), mostAtOnce: AzureStorageHub.MostAtOnceInAzure);
        await NudgeAsync(host, ids);
        await UntilAsync(host, () => host.Count("Advance") >= inspections);
        var looks = host.Count("Advance");

        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness));
        var clock = Stopwatch.StartNew();
        await NudgeAsync(host, ids);
        await UntilAsync(host, () => store.Mail.Sent.Count >= inspections * NoticesOfEach);
        var time = clock.Elapsed;
        while ((await host.Get<EngineWork>().DueAsync(store.Now)).Count > 0)
        {
            await host.NextActivityAsync();
        }

        await using var context = store.Database.Open();
        var notices = await context.Notices.CountAsync(notice => notice.State == NoticeState.Sent);
        return new Storm(time, [.. store.Mail.Sent.Select(mail => mail.Key)], notices, host.Count("Advance") - looks);
    }

    // As the queue's trigger does: several at once.
    private static Task NudgeAsync(DurableHost host, IEnumerable<Guid> ids) => Parallel.ForEachAsync(
        ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, cancellation) => await host.Client.StartOrNudgeAsync(id, cancellation));

    private static async Task UntilAsync(DurableHost host, Func<bool> isDone)
    {
        while (!isDone())
        {
            await host.NextActivityAsync();
        }
    }
}

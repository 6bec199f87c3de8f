using System.Text.Json.Nodes;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Activities;
using AreaSend.Functions.Tests.Published.Rpc;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Functions.Tests.Published;

/// <summary>What is deployed, run as the Functions host runs it: a process that is started, told what it has, called, killed and started again.</summary>
public class WorkerTests(PublishedApp app, PostgresServer server)
{
    [Fact]
    public async Task Worker_KilledAmidANotification_TellsEverybodyOnce()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        using var folder = new TemporaryFolder();
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await NotificationDayAsync(store);
        await using var host = await FunctionsHost.StartAsync();
        var worker = await StartAsync(host, store, folder);

        // It has what the published list says, and can be told to make each of them ready.
        var functions = await worker.IndexAsync();
        Assert.Equal(PublishedAppTests.Expected, functions.Select(Show).Order(StringComparer.Ordinal));
        foreach (var function in functions)
        {
            await worker.LoadAsync(function);
        }

        var output = await worker.CallAsync(Of(functions, nameof(Advance)), $"\"{id:D}\"");
        var effects = output!["Effects"]!.AsArray();
        Assert.Equal(["Notified", "4"], [output["Status"]!["Phase"]!.GetValue<string>(), $"{effects.Count}"]);
        Assert.All(effects, effect => Assert.Equal(nameof(SendNotice), effect!["Activity"]!.GetValue<string>()));
        await SendAsync(worker, functions, id, effects.Take(2));
        await worker.KillAsync();

        worker = await StartAsync(host, store, folder);
        functions = await worker.IndexAsync();
        await worker.LoadAsync(Of(functions, nameof(SendNotice)));
        await SendAsync(worker, functions, id, effects);

        // What had been sent was not handed over again.
        Assert.Equal(4, Directory.GetFiles(folder.Path, "*.eml").Length);
        await using var context = store.Database.Open();
        Assert.Equal(4, await context.NoticeAttempts.CountAsync());
        var @case = (await store.Inspections.FindAsync(id))!.Case;
        Assert.Equal(effects.Select(effect => Key(effect!)).Order(StringComparer.Ordinal), @case.Events.Select(recorded => recorded.Event).OfType<NoticeSent>().Select(sent => sent.Key)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Worker_DatabaseOfALaterRelease_EndsAtOnceAndSaysWhy()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        using var folder = new TemporaryFolder();
        await using (var context = store.Database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_OfALaterRelease', '10.0.0')");
        }

        await using var host = await FunctionsHost.StartAsync();

        var ended = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(host, store, folder));

        Assert.Contains("by a later release of AreaSend than this one (its last migration is 29990101000000_OfALaterRelease)", ended.Message, StringComparison.Ordinal);
    }

    private async Task<WorkerProcess> StartAsync(FunctionsHost host, ThrowawayStore store, TemporaryFolder mail) => await host.StartWorkerAsync(await app.FolderAsync(), new Dictionary<string, string>
    {
        ["AreaSend__Sandbox"] = "true",
        ["AreaSend__Store__Provider"] = nameof(StoreProvider.Postgres),
        ["AreaSend__Store__ConnectionString"] = store.Settings.ConnectionString,
        ["AreaSend__Mail__Folder"] = mail.Path,
        ["AreaSend__Blobs__ConnectionString"] = "UseDevelopmentStorage=true",
    });

    private static async Task SendAsync(WorkerProcess worker, IReadOnlyList<RpcFunctionMetadata> functions, Guid id, IEnumerable<JsonNode?> effects)
    {
        foreach (var effect in effects)
        {
            await worker.CallAsync(Of(functions, nameof(SendNotice)), new JsonObject { ["Inspection"] = id.ToString("D"), ["Key"] = Key(effect!) }.ToJsonString());
        }
    }

    /// <summary>Planned today, by the machine's clock, which the worker has too; and then the sandbox's clock moves on to the day of notification.</summary>
    private static async Task<Guid> NotificationDayAsync(ThrowawayStore store)
    {
        store.Clock.Reset(SystemClock.Instance.GetCurrentInstant());
        await store.Database.HoldAsync(HolidaysAround(LondonTime.DateOf(store.Now).Year), store.Now);
        var planned = await PlannedAsync(store, LondonTime.DateOf(store.Now).PlusWeeks(6).Next(IsoDayOfWeek.Monday));
        var sandbox = new SandboxClock(store.Database, store.Get<ChangeSignal>(), new MachineClock(SystemClock.Instance));
        await sandbox.MoveToAsync(LondonTime.At(planned.Plan.NotificationDay, AreaSend2024.StartOfBusiness));
        return planned.Id;
    }

    /// <summary>Days off at the end of each year: those that ship end with a year, and the worker's clock does not.</summary>
    private static string HolidaysAround(int year) => new JsonObject
    {
        ["england-and-wales"] = new JsonObject
        {
            ["division"] = "england-and-wales",
            ["events"] = new JsonArray(
            [
                .. from of in Enumerable.Range(year - 1, 4)
                   from day in Enumerable.Range(24, 8)
                   select new JsonObject { ["title"] = "A fictional day off", ["date"] = $"{of}-12-{day}", ["notes"] = "", ["bunting"] = false },
            ]),
        },
    }.ToJsonString();

    // In the first week that has room for one: some have a bank holiday in them, or in their notice.
    private static async Task<LoadedInspection> PlannedAsync(ThrowawayStore store, LocalDate monday) =>
        await store.Inspections.PlanAsync("888", InspectionKind.Full, monday, Recorder.Coordinator) switch
        {
            Recording.Recorded recorded => recorded.Inspection,
            Recording.Refused refused when monday > LondonTime.DateOf(store.Now).PlusWeeks(20) => throw new InvalidOperationException(refused.Because),
            _ => await PlannedAsync(store, monday.PlusWeeks(1)),
        };

    private static string Key(JsonNode effect) => effect["Key"]!.GetValue<string>();

    private static RpcFunctionMetadata Of(IEnumerable<RpcFunctionMetadata> functions, string name) => functions.Single(function => function.Name == name);

    private static string Show(RpcFunctionMetadata function) =>
        PublishedAppTests.Show(new JsonObject { ["name"] = function.Name, ["bindings"] = new JsonArray([.. function.RawBindings.Select(raw => JsonNode.Parse(raw))]) });
}

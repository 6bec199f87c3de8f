using System.Diagnostics.Metrics;
using AreaSend.Conformance;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Azure.Storage.Queues;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AreaSend.Functions.Tests.Engine;

[Collection(nameof(ConsoleQueue))]
public class OrchestrationTests(PostgresServer server, StorageAccount account)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Fact]
    public async Task Timer_DateComes_WakesWithoutANudge()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        var notification = LondonTime.At((await store.Inspections.FindAsync(id))!.Plan.NotificationDay, AreaSend2024.StartOfBusiness);
        store.Clock.Reset(notification - Duration.FromSeconds(2));
        await using var host = await DurableHost.StartAsync(store);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        Assert.Equal("Advance", await host.NextActivityAsync());

        store.Clock.Reset(notification);

        while ((await store.Inspections.FindAsync(id))!.Case.Notification is null)
        {
            await host.NextActivityAsync();
        }
    }

    [Fact]
    public async Task Status_AfterATurn_SaysWhatTheStoreSays()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);

        var instance = await host.StatusAsync(id);
        var engine = InspectionStatus.View(instance);
        var found = (await new CaseViews(store.Database, Editions.Shipped).FindAsync(id))!;
        Assert.Equal(("Running", found.Status), (engine.RuntimeStatus, engine.Status));
        Assert.Equal("Planned", found.Status.Phase);
    }

    [Fact]
    public async Task InspectionChanged_SaidTwice_ThereIsOneOrchestration()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);

        await InspectionChanged.Run(id.ToString("D"), host.Client, CancellationToken.None);
        await host.NextActivityAsync();
        await InspectionChanged.Run(id.ToString("D"), host.Client, CancellationToken.None);
        await host.NextActivityAsync();

        var instances = new List<string>();
        await foreach (var instance in host.Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            instances.Add(instance.InstanceId);
        }

        Assert.Equal([id.ToString("D")], instances);
    }

    [Fact]
    public async Task InspectionChanged_SaidFourTimesAtOnce_ThereIsOneOrchestration()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InspectionChanged.Run(id.ToString("D"), host.Client, CancellationToken.None)));

        Assert.Equal("Advance", await host.NextActivityAsync());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.StatusAsync(id)).RuntimeStatus);
    }

    // The console's message, through a real queue that nobody has made, as the platform hands it over.
    [Fact]
    public async Task InspectionChanged_MessageOfTheConsole_NudgesTheInspectionThatChangedAndNoOther()
    {
        await using var store = await OpenAsync();
        var (id, other) = (await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "302"));
        await using var host = await DurableHost.StartAsync(store);
        var connection = await account.ConnectionStringAsync();
        var queue = new QueueClient(connection, DurableEngineOptions.QueueName, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.DeleteIfExistsAsync();
        await using var console = EngineHost.Start(store, services => services.AddDurableEngine(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AreaSend:Functions:Address", "http://localhost:7071"),
            new("AreaSend:Functions:QueueConnectionString", connection),
        ]).Build()));

        var messages = console.GetServices<IHostedService>().Single(service => service.GetType().Name == "ChangeMessages");
        await messages.StartAsync(CancellationToken.None);

        // Both are due; whoever changed is nudged, and nobody else.
        await WithdrawAsync(console, id);
        var first = await NextAsync(queue);
        await WithdrawAsync(console, other);
        var second = await NextAsync(queue);
        await messages.StopAsync(CancellationToken.None);

        Assert.Equal([id.ToString("D"), other.ToString("D")], [first, second]);
        Assert.Null((await queue.ReceiveMessageAsync()).Value);
        await InspectionChanged.Run(first, host.Client, CancellationToken.None);
        Assert.Equal("Advance", await host.NextActivityAsync());
    }

    private static Task WithdrawAsync(IServiceProvider console, Guid inspection) => console.GetRequiredService<InspectionStore>()
        .RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional reason"));

    private static async Task<string> NextAsync(QueueClient queue)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await queue.ExistsAsync(timeout.Token) && (await queue.ReceiveMessageAsync(cancellationToken: timeout.Token)).Value is { } message)
            {
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, timeout.Token);
                return message.Body.ToString();
            }

            await Task.Delay(20, timeout.Token);
        }
    }

    [Fact]
    public async Task InspectionChanged_NotAnInspection_IsRefused()
    {
        await using var store = await OpenAsync();
        await using var host = await DurableHost.StartAsync(store);
        await Assert.ThrowsAsync<FormatException>(() => InspectionChanged.Run("not an id", host.Client, CancellationToken.None));
    }

    [Fact]
    public async Task Reconcile_OrchestrationMissing_StartsItOnceAndCountsIt()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        var restarts = 0;
        using var listener = new MeterListener();
        var meters = host.Get<IMeterFactory>();
        host.Get<EngineMetrics>();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == "areasend.reconcile.restarts")
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, count, _, _) => restarts += count);
        listener.Start();

        await host.ReconcileAsync();
        await host.NextActivityAsync();
        await host.ReconcileAsync();

        Assert.Equal(1, restarts);
        Assert.False((await host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(id)))!.IsCompleted);
    }

    [Fact]
    public async Task ShortVisit_OfAnEditionInTestCodeAlone_IsCarriedFromItsNotificationToItsLastDay()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, FictionalEdition.Give);
        var planned = await store.Inspections.PlanAsync("888", FictionalEdition.ShortVisit, OnSite, Recorder.Coordinator);
        var id = Assert.IsType<Recording.Recorded>(planned).Inspection.Id;
        await using var host = await DurableHost.StartAsync(store, configure: FictionalEdition.Give);

        foreach (var (step, day, hour) in ((string, int, LocalTime)[])[("notify-dcs", 1, FictionalEdition.Edition.Hours.Start), ("last-day", 23, FictionalEdition.Edition.Hours.Close)])
        {
            store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, day), hour));
            await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
            while ((await store.Inspections.FindAsync(id))!.Plan[step].Met is null)
            {
                await host.NextActivityAsync();
            }
        }

        var found = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(["notify-dcs", "on-site", "last-day"], found.Plan.Steps.Where(step => step.Met is not null).Select(step => step.Key));
        Assert.Equal("Drafting", (await new CaseViews(store.Database, FictionalEdition.Editions).FindAsync(id))!.Phase);
    }

    private Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
}

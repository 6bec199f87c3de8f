using System.Diagnostics.Metrics;
using AreaSend.Conformance;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Azure.Storage.Queues;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
        var found = (await new CaseViews(store.Database).FindAsync(id))!;
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
    public async Task InspectionChanged_MessageOfTheConsole_StartsTheOrchestration()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        var connection = await account.ConnectionStringAsync();
        var queue = new QueueClient(connection, DurableEngineOptions.QueueName, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.DeleteIfExistsAsync();
        await using var console = EngineHost.Start(store, services => services.AddDurableEngine(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AreaSend:Functions:Address", "http://localhost:7071"),
            new("AreaSend:Functions:QueueConnectionString", connection),
        ]).Build()));

        await console.GetRequiredService<IInspectionEngine>().NudgeAsync(id);
        var message = (await queue.ReceiveMessageAsync()).Value;
        await InspectionChanged.Run(message.Body.ToString(), host.Client, CancellationToken.None);

        Assert.Equal("Advance", await host.NextActivityAsync());
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

    private Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
}

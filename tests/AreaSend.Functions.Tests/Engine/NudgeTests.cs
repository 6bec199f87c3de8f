using System.Collections.Concurrent;
using System.Text.Json.Nodes;
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
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Newtonsoft.Json;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>What many changes to one inspection make its orchestration do, and under which version it goes on.</summary>
public class NudgeTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    // Events that were carried from step to step would be a step each.
    [Fact]
    public async Task Nudges_FortyDuringATurn_AreOneMoreLook()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        var hub = new MemoryHub(keepsHistories: true);
        await using var host = await DurableHost.StartAsync(store, hub);
        var held = host.Hold();
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        for (var nudge = 0; nudge < 40; nudge++)
        {
            await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        }

        held.SetResult();
        await AtRestAsync(hub, id);

        Assert.InRange(host.Count("Advance"), 1, 3);
    }

    // Changes come while steps run, and then nothing more does, and the message of the last one is lost: one round of Reconcile later the state is that of
    // the last one, and little was done or kept for it.
    [Fact]
    public async Task Nudges_TwoHundredChangesAndTheLastMessageIsLost_ReconcileEndsWithTheLast()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        var hub = new MemoryHub(keepsHistories: true);
        await using var host = await DurableHost.StartAsync(store, hub);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        var nudges = new ConcurrentBag<Task>();
        for (var change = 1; change <= 200; change++)
        {
            var monday = OnSite.PlusWeeks(change % 20);
            var recorded = await store.Inspections.RecordAsync(
                id, Recorder.Coordinator, (@case, plan, now) => DateMoves.Override(@case, plan, Steps.OnSite, monday, "A fictional reason", now));
            Assert.True(recorded is Recording.Recorded, recorded.ToString());
            if (change < 200)
            {
                nudges.Add(InspectionChanged.Run(id.ToString("D"), host.Client, CancellationToken.None));
            }
        }

        await Task.WhenAll(nudges);
        await host.ReconcileAsync();
        var found = (await new CaseViews(store.Database, Editions.Shipped).FindAsync(id))!;
        await host.StatusAsync(id, instance => InspectionStatus.View(instance).Status == found.Status);
        await AtRestAsync(hub, id);
        Assert.Equal("2025-09-22", found.OnSiteStarts);
        Assert.True((await host.StatusAsync(id)).SerializedCustomStatus!.Length < 500);
        Assert.All(hub.Histories, history => Assert.True(history.Events.Count < 250, $"A step has {history.Events.Count} events."));
        Assert.All(hub.Histories, history => Assert.True(JsonConvert.SerializeObject(history.Events).Length < 150_000, "A step's history is large."));

        // No step by itself once nothing changes any more: one nudge, one look.
        var looks = host.Count("Advance");
        Assert.True(looks <= 202, $"200 changes were looked at {looks} times.");
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        while (host.Count("Advance") == looks)
        {
            await host.NextActivityAsync();
        }

        await AtRestAsync(hub, id);
        Assert.Equal(looks + 1, host.Count("Advance"));
    }

    // An inspection lasts two years, and each step begins anew: under the version of the code that runs then.
    [Fact]
    public async Task Version_BegunUnderAnOlder_GoesOnUnderTheNew()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        var hub = new MemoryHub(keepsHistories: true);
        await using var host = await DurableHost.StartAsync(store, hub);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(InspectionOrchestrator), new StepInput(id), new StartOrchestrationOptions(InspectionStarter.InstanceOf(id)) { Version = "0.9" });
        await AtRestAsync(hub, id);
        Assert.Equal("0.9", Started(hub, id).Version);

        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        await AtRestAsync(hub, id, afterStepOf: "0.9");

        Assert.Equal(InspectionOrchestrator.Version, Started(hub, id).Version);
    }

    [Fact]
    public void Version_OfTheCode_IsTheOneThatHostJsonStamps() => Assert.Equal(
        InspectionOrchestrator.Version, JsonNode.Parse(Repository.Read("host.json"))!["extensions"]!["durableTask"]!["defaultVersion"]!.GetValue<string>());

    /// <summary>The inspection's step waits for its date or a change: nothing that it asked for is still to come.</summary>
    private static async Task AtRestAsync(MemoryHub hub, Guid id, string? afterStepOf = null)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (Last(hub, id) is not { } history || !Waits(history) || Started(hub, id).Version == afterStepOf)
        {
            await Task.Delay(20, timeout.Token);
        }
    }

    private static bool Waits(IReadOnlyList<HistoryEvent> history) =>
        history.OfType<TimerCreatedEvent>().Any() && history.OfType<TaskCompletedEvent>().Any()
        && !history.Any(@event => @event is ContinueAsNewEvent or ExecutionCompletedEvent);

    private static ExecutionStartedEvent Started(MemoryHub hub, Guid id) => Last(hub, id)!.OfType<ExecutionStartedEvent>().Single();

    private static IReadOnlyList<HistoryEvent>? Last(MemoryHub hub, Guid id) =>
        hub.Histories.LastOrDefault(history => history.OrchestrationInstance!.InstanceId == InspectionStarter.InstanceOf(id))?.Events.ToList();

    private Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
}

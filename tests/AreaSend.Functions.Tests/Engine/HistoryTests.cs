using AreaSend.Conformance;
using AreaSend.Functions.Orchestrations;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Testing;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;
using Proto = Microsoft.DurableTask.Protobuf;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>What the engine keeps of a whole inspection: outcome 3, complaint, returned plan, and a bank holiday proclaimed on the way.</summary>
public class HistoryTests(PostgresServer server)
{
    private static readonly Dictionary<string, ITaskOrchestrator> Orchestrators = new()
    {
        [nameof(InspectionOrchestrator)] = new InspectionOrchestrator(),
        [nameof(ThreeWeekTimeline)] = new ThreeWeekTimeline(),
        [nameof(ReportChain)] = new ReportChain(),
        [nameof(PlanChain)] = new PlanChain(),
        [nameof(FollowUp)] = new FollowUp(),
    };

    [Fact]
    public async Task Play_WholeInspection_HistoryIsReplayedAlikeStaysShortAndNamesNobody()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, services => services.AddBankHolidays());
        var hub = new MemoryHub(keepsHistories: true);
        await using (var engine = new DurableRun(store, memory: hub))
        {
            await new Play(Scripts.OutcomeThree, store, engine).RunAsync("888");
        }

        // Every part of the handbook had its own orchestration, and none carries two years with it. After such a plan nothing is owed that would follow up.
        Assert.Equal(Orchestrators.Keys.Except([nameof(FollowUp)]).Order(StringComparer.Ordinal), hub.Histories.Select(history => history.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(hub.Histories, history => Assert.True(history.Events.Count < 200, $"{history.Name} has {history.Events.Count} events."));
        Assert.All(hub.Histories, AssertReplayed);

        // Until the first step has looked there is nothing to say; from then on every step says it.
        Assert.All(hub.Histories.Where(history => history.Name == nameof(InspectionOrchestrator)).SkipWhile(history => history.Status is null), history => Assert.Contains("Phase", history.Status, StringComparison.Ordinal));
        await AssertNobodyIsNamedAsync(store, hub);
    }

    /// <summary>From the same history the same decisions follow, today as then: what was decided then is in the history.</summary>
    private static void AssertReplayed(OrchestrationRuntimeState history)
    {
        var events = history.Events.ToList();
        var from = events.FindLastIndex(@event => @event is OrchestratorStartedEvent);
        var to = events.FindIndex(from, IsDecision);
        var request = new Proto.OrchestratorRequest
        {
            InstanceId = history.OrchestrationInstance!.InstanceId,
            ExecutionId = history.OrchestrationInstance.ExecutionId,
            PastEvents = { events[..from].Select(ProtobufUtils.ToHistoryEventProto) },
            NewEvents = { events[from..(to < 0 ? events.Count : to)].Select(ProtobufUtils.ToHistoryEventProto) },
        };
        var encoded = ProtobufUtils.Base64Encode(request);

        var (one, other) = (GrpcOrchestrationRunner.LoadAndRun(encoded, Orchestrators[history.Name]), GrpcOrchestrationRunner.LoadAndRun(encoded, Orchestrators[history.Name]));

        Assert.Equal(one, other);
        var decided = Proto.OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(one)).Actions;
        Assert.Equal(
            (to < 0 ? [] : events[to..]).OfType<TaskScheduledEvent>().Select(task => (task.Name!, task.Input!)),
            decided.Where(action => action.ScheduleTask is not null).Select(action => (action.ScheduleTask.Name, action.ScheduleTask.Input)));
        Assert.Equal(
            (to < 0 ? [] : events[to..]).OfType<SubOrchestrationInstanceCreatedEvent>().Select(part => (part.Name!, part.InstanceId!)),
            decided.Where(action => action.CreateSubOrchestration is not null).Select(action => (action.CreateSubOrchestration.Name, action.CreateSubOrchestration.InstanceId)));
    }

    private static bool IsDecision(HistoryEvent @event) =>
        @event is TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent or EventSentEvent or ExecutionCompletedEvent or OrchestratorCompletedEvent;

    // Inputs, results, statuses and reasons: all that the hub stores.
    private static async Task AssertNobodyIsNamedAsync(ThrowawayStore store, MemoryHub hub)
    {
        var kept = string.Join('\n', hub.Histories.Select(history => JsonConvert.SerializeObject(new { history.Status, history.Events })));
        await using var context = store.Database.Open();
        var people = await context.Contacts.Select(contact => new { contact.Name, contact.Email })
            .Concat(context.People.Select(person => new { person.Name, person.Email })).Distinct().ToListAsync();
        Assert.True(people.Count > 5);
        Assert.Contains("notification:dcs", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("@", kept, StringComparison.Ordinal);
        Assert.All(people, person =>
        {
            Assert.DoesNotContain(person.Name, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(person.Email, kept, StringComparison.OrdinalIgnoreCase);
        });
    }
}

using System.Collections.Concurrent;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Testing.Sidecar;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>The test host's storage in memory, which is gone when its engine is.</summary>
/// <param name="keepsHistories">Whether the history of every step is kept, for a test to read: that of a whole run takes much memory.</param>
internal sealed class MemoryHub(bool keepsHistories = false) : InMemoryOrchestrationService, IHub
{
    private readonly ConcurrentQueue<OrchestrationRuntimeState> _histories = new();

    /// <summary>Each piece of an orchestration's life that was stored: what was known before, and what was new.</summary>
    public IReadOnlyCollection<OrchestrationRuntimeState> Histories => _histories;

    // By itself it takes as much at once as the machine has processors, and waits half a second each time that it has.
    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => 200;

    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => 200;

    async Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        if (keepsHistories)
        {
            _histories.Enqueue(newOrchestrationRuntimeState);
        }

        await CompleteTaskOrchestrationWorkItemAsync(
            workItem, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, timerMessages, continuedAsNewMessage, orchestrationState);
    }
}

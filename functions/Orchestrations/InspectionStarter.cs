using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Orchestrations;

/// <summary>Starts an inspection's orchestration, or nudges it: done any number of times, there is one and it looks again.</summary>
internal static class InspectionStarter
{
    /// <summary>The id of an inspection's orchestration.</summary>
    public static string InstanceOf(Guid inspection) => inspection.ToString("D");

    /// <returns>Whether it had to be started. Of two who find it missing at one moment, one fails: the platform's default may be to end what the other has just started.</returns>
    public static async Task<bool> StartOrNudgeAsync(this DurableTaskClient client, Guid inspection, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(InstanceOf(inspection), cancellation);
        if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended })
        {
            await client.RaiseEventAsync(InstanceOf(inspection), InspectionOrchestrator.Changed, cancellation: cancellation);
            return false;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(nameof(InspectionOrchestrator), inspection, Once(inspection), cancellation);
        return true;
    }

    private static StartOrchestrationOptions Once(Guid inspection) => new StartOrchestrationOptions(InstanceOf(inspection))
        .WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
}

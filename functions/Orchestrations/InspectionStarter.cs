using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Orchestrations;

/// <summary>Starts an inspection's orchestration, or nudges it: done any number of times, there is one and it looks again.</summary>
internal static class InspectionStarter
{
    /// <summary>The id of an inspection's orchestration.</summary>
    public static string InstanceOf(Guid inspection) => inspection.ToString("D");

    /// <returns>Whether it had to be started. Azure Storage says so to each of two who start it at once, and drops the second start.</returns>
    public static async Task<bool> StartOrNudgeAsync(this DurableTaskClient client, Guid inspection, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(InstanceOf(inspection), cancellation);
        var isAtWork =
            instance is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended };
        if (!isAtWork && await StartAsync(client, inspection, cancellation))
        {
            return true;
        }

        await client.RaiseEventAsync(InstanceOf(inspection), InspectionOrchestrator.Changed, cancellation: cancellation);
        return false;
    }

    /// <summary>False when another has started it in the meantime. By default the platform may end what the other has started.</summary>
    private static async Task<bool> StartAsync(DurableTaskClient client, Guid inspection, CancellationToken cancellation)
    {
        var once = new StartOrchestrationOptions(InstanceOf(inspection))
            .WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(InspectionOrchestrator), new StepInput(inspection), once, cancellation);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>What is owed after the plan.</summary>
internal sealed class FollowUp : StageOrchestrator
{
    [Function(nameof(FollowUp))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, StageWork work) => new FollowUp().RunAsync(context, work);
}

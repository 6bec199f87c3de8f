using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>The plan that the outcome demands, until it is published.</summary>
internal sealed class PlanChain : StageOrchestrator
{
    [Function(nameof(PlanChain))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, StageWork work) => new PlanChain().RunAsync(context, work);
}

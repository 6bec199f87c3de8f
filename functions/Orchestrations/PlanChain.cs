using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>The plan that the outcome demands, until it is published.</summary>
internal sealed class PlanChain : Chapter
{
    [Function(nameof(PlanChain))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, ChapterWork work) => new PlanChain().RunAsync(context, work);
}

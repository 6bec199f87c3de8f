using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>Weeks 1 to 3: what is owed from planning to the last on-site day.</summary>
internal sealed class ThreeWeekTimeline : StageOrchestrator
{
    [Function(nameof(ThreeWeekTimeline))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, StageWork work) => new ThreeWeekTimeline().RunAsync(context, work);
}

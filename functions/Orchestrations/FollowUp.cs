using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>What is owed after the plan.</summary>
internal sealed class FollowUp : Chapter
{
    [Function(nameof(FollowUp))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, ChapterWork work) => new FollowUp().RunAsync(context, work);
}

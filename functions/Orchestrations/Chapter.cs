using AreaSend.Functions.Activities;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>A part of an inspection as the handbook tells it: carries out what one turn found to be owed there, each effect an activity of its own.</summary>
internal abstract class Chapter : TaskOrchestrator<ChapterWork, int>
{
    /// <returns>How many effects there were.</returns>
    public override async Task<int> RunAsync(TaskOrchestrationContext context, ChapterWork work)
    {
        var documents = work.Effects.Count(effect => effect.Activity == nameof(ScanUpload));
        context.SetCustomStatus(new ChapterStatus(work.Phase, work.Effects.Count - documents, documents));
        foreach (var effect in work.Effects)
        {
            await context.CallActivityAsync(effect.Activity, new EffectInput(work.Inspection, effect.Key), ActivityRetry.Retrying);
        }

        return work.Effects.Count;
    }
}

using AreaSend.Core.Timetables;
using AreaSend.Functions.Activities;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>A stage of an inspection: carries out what one step found to be owed there, each effect an activity of its own.</summary>
internal abstract class StageOrchestrator : TaskOrchestrator<StageWork, int>
{
    /// <summary>The orchestration of a stage.</summary>
    public static string NameOf(Stage stage) => stage switch
    {
        Stage.ThreeWeeks => nameof(ThreeWeekTimeline),
        Stage.Report => nameof(ReportChain),
        Stage.Plan => nameof(PlanChain),
        Stage.FollowUp => nameof(FollowUp),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage of an inspection has an orchestration."),
    };

    /// <returns>How many effects there were.</returns>
    public override async Task<int> RunAsync(TaskOrchestrationContext context, StageWork work)
    {
        var documents = work.Effects.Count(effect => effect.Activity == nameof(ScanUpload));
        context.SetCustomStatus(new StageStatus(work.Phase, work.Effects.Count - documents, documents));
        foreach (var effect in work.Effects)
        {
            await context.CallActivityAsync(effect.Activity, new EffectInput(work.Inspection, effect.Key), ActivityRetry.Retrying);
        }

        return work.Effects.Count;
    }
}

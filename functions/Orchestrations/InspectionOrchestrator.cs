using AreaSend.Functions.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>
/// One inspection, under its own id. Each step asks the store what is due, carries that out, waits for the next date or for a change, and
/// begins anew, so that the history holds one step and not two years.
/// </summary>
internal sealed class InspectionOrchestrator : TaskOrchestrator<StepInput, bool>
{
    /// <summary>The version of these orchestrations, as <c>host.json</c> stamps it on those that start (<c>defaultVersion</c>).</summary>
    public const string Version = "1.0";

    /// <summary>The one event that it listens to. It says that something changed, not what: that stands in the store.</summary>
    public const string Changed = "changed";

    // A date that has just been reached by this engine's clock may still lie a moment ahead by the store's.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    [Function(nameof(InspectionOrchestrator))]
    public static Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context, StepInput begun) =>
        new InspectionOrchestrator().RunAsync(context, begun);

    /// <returns>Whether there was such an inspection.</returns>
    public override async Task<bool> RunAsync(TaskOrchestrationContext context, StepInput begun)
    {
        // Each step begins without a status. Until this one has its own, or while the store is away, the list shows that of the step before.
        if (begun.Before is { } before)
        {
            context.SetCustomStatus(before);
        }

        var inspection = begun.Inspection;
        var output = await context.CallActivityAsync<AdvanceOutput?>(nameof(Advance), inspection, ActivityRetry.Retrying);
        if (output is null)
        {
            return false;
        }

        context.SetCustomStatus(output.Status);
        if (output.Over)
        {
            return true;
        }

        if (output.Effects.Count > 0)
        {
            await CarryOutAsync(context, inspection, output);
        }
        else
        {
            await DateOrChangeAsync(context, output.Wait);
        }

        // What changed during this step, the next one finds in the store: events carried over would only make it look once for each. And an
        // inspection that began under an older version goes on under this one.
        context.ContinueAsNew(
            new ContinueAsNewOptions
            {
                NewInput = new StepInput(inspection, output.Status),
                PreserveUnprocessedEvents = false,
                NewVersion = Version,
            });
        return true;
    }

    private static async Task CarryOutAsync(TaskOrchestrationContext context, Guid inspection, AdvanceOutput output)
    {
        foreach (var stage in output.Effects.GroupBy(effect => effect.Orchestration))
        {
            var options = new SubOrchestrationOptions(new TaskOptions(), instanceId: $"{context.InstanceId}:{stage.Key}:{context.NewGuid():N}");
            await context.CallSubOrchestratorAsync(stage.Key, new StageWork(inspection, output.Status.Phase, [.. stage]), options);
        }
    }

    private static async Task DateOrChangeAsync(TaskOrchestrationContext context, TimeSpan? wait)
    {
        using var over = new CancellationTokenSource();
        Task change = context.WaitForExternalEvent<string?>(Changed, over.Token);
        if (wait is { } length)
        {
            var date = context.CreateTimer(context.CurrentUtcDateTime + (length < Shortest ? Shortest : length), over.Token);
            await Task.WhenAny(date, change);
        }
        else
        {
            await change;
        }

        // A timer that nobody waits for would keep the step alive. The waiter stays all the same, and swallows a change that comes together with
        // the date: nothing is lost, since the next step looks.
        over.Cancel();
    }
}

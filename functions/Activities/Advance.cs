using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Activities;

/// <summary>The step that both engines run, told to an orchestration.</summary>
internal sealed class Advance(InspectionStep step)
{
    [Function(nameof(Advance))]
    public async Task<AdvanceOutput?> Run([ActivityTrigger] Guid inspection, CancellationToken cancellation) =>
        await step.TakeAsync(inspection, cancellation) is not { } outcome ? null : new AdvanceOutput(
            outcome.Status,
            [.. outcome.Effects.Select(effect => new OwedActivity(effect.Kind.ToString(), StageOrchestrator.NameOf(effect.Stage), effect.Key))],
            outcome.Wait?.ToTimeSpan(),
            outcome.Over);
}

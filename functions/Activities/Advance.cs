using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Activities;

/// <summary>The step that both engines run, told to an orchestration.</summary>
internal sealed class Advance(InspectionTurn turn)
{
    [Function(nameof(Advance))]
    public async Task<Turn?> Run([ActivityTrigger] Guid inspection, CancellationToken cancellation) =>
        await turn.TakeAsync(inspection, cancellation) is not { } outcome ? null : new Turn(
            outcome.Status,
            [.. outcome.Effects.Select(effect => new Effect(effect.Kind.ToString(), StageOrchestrator.NameOf(effect.Stage), effect.Key))],
            outcome.Wait?.ToTimeSpan(),
            outcome.Over);
}

using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;

namespace AreaSend.Functions.Activities;

/// <summary>The step that both engines run, told to an orchestration.</summary>
internal sealed class Advance(InspectionTurn turn)
{
    [Function(nameof(Advance))]
    public async Task<Turn?> Run([ActivityTrigger] Guid inspection, CancellationToken cancellation) =>
        await turn.TakeAsync(inspection, cancellation) is not { } outcome ? null : new Turn(
            new TurnStatus(
                outcome.Phase.ToString(),
                outcome.NextStep,
                outcome.NextDue is { } due ? LocalDatePattern.Iso.Format(due) : null,
                outcome.Certainty?.ToString()),
            [.. outcome.Effects.Select(effect => new Effect(effect.Kind.ToString(), effect.Chapter.ToString(), effect.Key))],
            outcome.Wait?.ToTimeSpan(),
            outcome.Over);
}

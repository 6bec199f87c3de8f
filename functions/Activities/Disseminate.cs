using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Activities;

/// <summary>Sends the published report to one of those whom the regulations name (¶ 140).</summary>
internal sealed class Disseminate(InspectionStep step)
{
    [Function(nameof(Disseminate))]
    public Task Run([ActivityTrigger] EffectInput notice, CancellationToken cancellation) => step.CarryOutAsync(notice.Inspection, notice.Key, cancellation);
}

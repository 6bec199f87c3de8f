using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Activities;

/// <summary>Sends one notice.</summary>
internal sealed class SendNotice(InspectionStep step)
{
    [Function(nameof(SendNotice))]
    public Task Run([ActivityTrigger] EffectInput notice, CancellationToken cancellation) => step.CarryOutAsync(notice.Inspection, notice.Key, cancellation);
}

using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Triggers;

/// <summary>One inspection: the engine's view beside the case's. It opens with a function key.</summary>
internal sealed class InspectionStatus(CaseViews cases)
{
    [Function(nameof(InspectionStatus))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "inspections/{id:guid}/status")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => await AnswerAsync(cases, id, client, cancellation);

    internal static async Task<IActionResult> AnswerAsync(CaseViews cases, Guid id, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await cases.FindAsync(id, cancellation) is not { } found)
        {
            return new NotFoundObjectResult(new Refusal($"There is no inspection {id}."));
        }

        var instance = await client.GetInstanceAsync(InspectionStarter.InstanceOf(id), getInputsAndOutputs: true, cancellation);
        return new OkObjectResult(new StatusReport(id, instance is null ? null : View(instance), found));
    }

    internal static OrchestrationView View(OrchestrationMetadata instance) => new(
        instance.RuntimeStatus.ToString(),
        instance.LastUpdatedAt,
        instance.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<CustomStatus>());
}

/// <summary>Why not, in a sentence.</summary>
internal sealed record Refusal(string Because);

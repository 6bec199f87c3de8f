using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// The console says that something was recorded. Of two messages at once both may start the orchestration: the platform discards the second
/// start, or refuses it, and then it is a nudge.
/// </summary>
internal sealed class InspectionChanged
{
    [Function(nameof(InspectionChanged))]
    public static Task Run(
        [QueueTrigger(DurableEngineOptions.QueueName, Connection = "AzureWebJobsStorage")] string inspection,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => client.StartOrNudgeAsync(Guid.ParseExact(inspection.Trim(), "D"), cancellation);
}

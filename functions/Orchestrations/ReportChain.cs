using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>Draft, comments, final report, complaint, publication, and dissemination to those whom the regulations name.</summary>
internal sealed class ReportChain : StageOrchestrator
{
    [Function(nameof(ReportChain))]
    public static Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, StageWork work) => new ReportChain().RunAsync(context, work);
}

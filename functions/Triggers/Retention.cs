using AreaSend.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Nightly: finished orchestrations that began more than thirty days ago go, whichever backend keeps them, those of an inspection and those of its
/// stages. An inspection's begins anew with each step, so that is when its last step began. They are traces of work and hold no facts. One that failed
/// is the trace of a fault, and stays ninety days. What is kept of inspections goes by another way (<see cref="Keeping"/>).
/// </summary>
internal sealed class Retention(IClock clock, ILogger<Retention> logger)
{
    private static readonly Duration Kept = Duration.FromDays(30);
    private static readonly Duration FailedKept = Duration.FromDays(90);

    [Function(nameof(Retention))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var finished = await PurgeAsync(client, Kept, [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated], cancellation);
        var failed = await PurgeAsync(client, FailedKept, [OrchestrationRuntimeStatus.Failed], cancellation);
        FunctionsLog.Purged(logger, finished + failed);
    }

    private async Task<int> PurgeAsync(DurableTaskClient client, Duration kept, OrchestrationRuntimeStatus[] which, CancellationToken cancellation)
    {
        // Without a beginning the platform fails.
        var old = new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, (clock.GetCurrentInstant() - kept).ToDateTimeOffset(), which);
        return (await client.PurgeAllInstancesAsync(old, cancellation)).PurgedInstanceCount;
    }
}

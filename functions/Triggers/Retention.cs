using AreaSend.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Nightly: finished orchestrations older than thirty days go, whichever backend keeps them. They are traces of work and hold no facts. Facts
/// and documents are not touched here: how long a case is kept is not decided in code yet.
/// </summary>
internal sealed class Retention(IClock clock, ILogger<Retention> logger)
{
    private static readonly Duration Kept = Duration.FromDays(30);

    [Function(nameof(Retention))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var before = (clock.GetCurrentInstant() - Kept).ToDateTimeOffset();

        // Without a beginning the platform fails.
        var finished = new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, before, [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]);
        var purged = await client.PurgeAllInstancesAsync(finished, cancellation);
        FunctionsLog.Purged(logger, purged.PurgedInstanceCount);
    }
}

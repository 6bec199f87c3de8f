using AreaSend.Functions.Hosting;
using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Every quarter of an hour: each open inspection has an orchestration, and none is past its wake. Whatever the engine lost, this starts again
/// from the store; what is late is nudged and reported, and so are messages that were given up.
/// </summary>
internal sealed class Reconcile(
    EngineWork work, EngineWatch watch, EngineMetrics metrics, PoisonQueues poison, IClock clock, ILogger<Reconcile> logger)
{
    [Function(nameof(Reconcile))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var health = await watch.LookAsync(now, cancellation);
        var due = (await work.DueAsync(now, cancellation)).ToHashSet();
        foreach (var inspection in await work.ExpectedAsync(cancellation))
        {
            await LookAfterAsync(client, inspection, due.Contains(inspection), health.Overdue.Contains(inspection), cancellation);
        }

        await CountPoisonAsync(cancellation);
    }

    private async Task CountPoisonAsync(CancellationToken cancellation)
    {
        try
        {
            metrics.Poisoned(await poison.CountAsync(cancellation));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            FunctionsLog.PoisonNotCounted(logger, problem);
        }
    }

    private async Task LookAfterAsync(DurableTaskClient client, Guid inspection, bool due, bool overdue, CancellationToken cancellation)
    {
        try
        {
            var instance = await client.GetInstanceAsync(InspectionStarter.InstanceOf(inspection), cancellation);
            if (instance is { IsCompleted: false } && !due)
            {
                return;
            }

            if (overdue)
            {
                FunctionsLog.Overdue(logger, inspection, instance?.RuntimeStatus);
            }

            if (await client.StartOrNudgeAsync(inspection, cancellation))
            {
                FunctionsLog.Restarted(logger, inspection, instance?.RuntimeStatus);
                metrics.Restarted();
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // One inspection does not keep the others from being looked after.
            FunctionsLog.NotReconciled(logger, problem, inspection);
        }
    }
}

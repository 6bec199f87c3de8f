using AreaSend.Functions.Hosting;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Every quarter of an hour, between two rounds of <see cref="Reconcile"/>: takes on documents that came in and that nobody announced. Its own function,
/// because each is downloaded and scanned, which no inspection is to wait for.
/// </summary>
internal sealed class SweepUploads(Ingestion ingestion, ILogger<SweepUploads> logger)
{
    // Well under the functionTimeout of host.json: at that the platform stops the whole worker. The next round goes on with what is left.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Function(nameof(SweepUploads))]
    public async Task Run([TimerTrigger("0 7/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        round.CancelAfter(Longest);
        try
        {
            await ingestion.SweepAsync(round.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            FunctionsLog.SweepGoesOn(logger);
        }
    }
}

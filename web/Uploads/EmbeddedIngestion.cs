using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Uploads;

/// <summary>
/// Ingestion for one machine: takes each document as soon as it is announced, and looks now and then for what nobody announced. It holds no state of
/// its own: stopped or killed at any instant, it goes on from the store.
/// </summary>
internal sealed class EmbeddedIngestion(
    Ingestion ingestion,
    Leftovers leftovers,
    IngestionQueue queue,
    UploadContainers containers,
    IOptions<UploadOptions> options,
    ILogger<EmbeddedIngestion> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    // One large archive does not hold up the others.
    private const int Workers = 2;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await containers.Made.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RepeatAsync(() => ingestion.SweepAsync(stopping), once: true, stopping);
        await RepeatAsync(() => leftovers.ClearAsync(stopping), once: true, stopping);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => RepeatAsync(() => WorkAsync(stopping), once: false, stopping)));
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        if (await queue.NextAsync(options.Value.SweepEvery, stopping) is { } document)
        {
            await ingestion.IngestAsync(document, stopping);
            return;
        }

        await ingestion.SweepAsync(stopping);
    }

    /// <summary>Storage or the database may be away for a while: that is said, and tried again.</summary>
    private async Task RepeatAsync(Func<Task> work, bool once, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
                if (once)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                UploadHostLog.IngestionFailed(logger, problem);
                await Task.Delay(AfterFailure, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

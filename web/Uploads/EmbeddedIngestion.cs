using AreaSend.Services.Background;
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
    ILogger<EmbeddedIngestion> logger) : Rounds
{
    // One large archive does not hold up the others.
    private const int Workers = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await containers.Made.WaitAsync(stoppingToken);
        await OnceAsync(ingestion.SweepAsync, stoppingToken);
        await OnceAsync(leftovers.ClearAsync, stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => base.ExecuteAsync(stoppingToken)));
    }

    // The queue does the waiting.
    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        if (await queue.NextAsync(options.Value.SweepEvery, stopping) is { } document)
        {
            await ingestion.IngestAsync(document, stopping);
        }
        else
        {
            await ingestion.SweepAsync(stopping);
        }

        return TimeSpan.Zero;
    }

    // Storage or the database may be away for a while.
    protected override void Failed(Exception problem) => UploadHostLog.IngestionFailed(logger, problem);
}

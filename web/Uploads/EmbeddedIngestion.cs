using AreaSend.Services.Engine;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Uploads;

/// <summary>
/// Ingestion for one machine: takes each document as soon as it is announced, and looks now and then for what nobody announced. It holds no state of
/// its own: stopped or killed at any instant, it goes on from the store.
/// </summary>
internal sealed class EmbeddedIngestion(
    Ingestion ingestion,
    IngestionQueue queue,
    DocumentBlobs blobs,
    IServer server,
    IHostApplicationLifetime lifetime,
    IOptions<UploadOptions> options,
    IOptions<EngineOptions> engine,
    ILogger<EmbeddedIngestion> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    // One large archive does not hold up the others.
    private const int Workers = 2;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RepeatAsync(() => PrepareAsync(stopping), once: true, stopping);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => RepeatAsync(() => WorkAsync(stopping), once: false, stopping)));
    }

    /// <summary>The containers, and the pages that may send to them: this host's own.</summary>
    private async Task PrepareAsync(CancellationToken stopping)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => new Uri(address)) ?? [];
        var origins = listening
            .SelectMany(address => new[] { address, new UriBuilder(address) { Host = "localhost" }.Uri })
            .Append(engine.Value.SiteAddress)
            .Select(address => address.GetLeftPart(UriPartial.Authority))
            .Distinct();
        await blobs.PrepareAsync([.. origins], stopping);
        await ingestion.SweepAsync(stopping);
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

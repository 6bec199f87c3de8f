using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Storage;
using AreaSend.Services.Uploads;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Uploads;

/// <summary>
/// Makes the containers once the host listens, and says which pages may send to them: this host's own. Whichever engine takes the documents on,
/// an emulator's account is empty until somebody does; in Azure the template has done it.
/// </summary>
internal sealed class UploadContainers(
    DocumentBlobs blobs, IServer server, IHostApplicationLifetime lifetime, IOptions<SiteOptions> engine, ILogger<UploadContainers> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once they are there.</summary>
    public Task Made => _made.Task;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stopping.IsCancellationRequested && !await TryAsync(stopping))
        {
            await Task.Delay(AfterFailure, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Storage may be away for a while: that is said, and tried again.</summary>
    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            await blobs.PrepareAsync(Origins(), stopping);
            _made.TrySetResult();
            return true;
        }
        catch (AzuriteException)
        {
            // The sandbox has no storage; that has been said, and the host ends.
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            UploadHostLog.NoContainers(logger, problem);
            return false;
        }
    }

    private IReadOnlyList<string> Origins()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => new Uri(address)) ?? [];
        return
        [
            .. listening
                .SelectMany(address => new[] { address, new UriBuilder(address) { Host = "localhost" }.Uri })
                .Append(engine.Value.SiteAddress)
                .Select(address => address.GetLeftPart(UriPartial.Authority))
                .Distinct(),
        ];
    }
}

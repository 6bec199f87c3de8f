using AreaSend.Services.Background;
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
    : Rounds
{
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once they are there.</summary>
    public Task Made => _made.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        try
        {
            await blobs.PrepareAsync(Origins(), stopping);
            _made.TrySetResult();
        }
        catch (AzuriteException)
        {
            // The sandbox has no storage; that has been said, and the host ends.
        }

        return null;
    }

    // Storage may be away for a while.
    protected override void Failed(Exception problem) => UploadHostLog.NoContainers(logger, problem);

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

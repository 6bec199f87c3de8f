using AreaSend.Services.Background;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Storage;

/// <summary>
/// Knows where documents are kept: in the configured account, or in an Azurite that starts with the host and stops with it.
/// The host does not wait for Azurite to listen; whoever needs a blob does.
/// </summary>
public sealed partial class BlobStorage(
    IOptions<BlobStorageOptions> options, IHostEnvironment host, IHostApplicationLifetime lifetime, ILogger<BlobStorage> log) : Rounds
{
    private readonly TaskCompletionSource<BlobServiceClient> _client = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AzuriteFolder? _folder;
    private AzuriteProcess? _azurite;
    private int _port;

    /// <summary>The Azurite that runs; null while none does.</summary>
    internal AzuriteProcess? Azurite => _azurite;

    /// <summary>The blob service; ready once the storage is.</summary>
    public Task<BlobServiceClient> Client => _client.Task;

    private bool NeedsAzurite => options.Value is { ConnectionString: not { Length: > 0 }, ServiceUri: null };

    /// <summary>
    /// Holds Azurite's folder, if documents are kept there, until this is disposed. A host that asks before it starts can refuse in one sentence; it need not.
    /// </summary>
    /// <exception cref="AzuriteException">There is no Azurite, or another host has the folder: the message says what to do.</exception>
    public void TakeFolder()
    {
        if (NeedsAzurite)
        {
            _folder ??= AzuriteFolder.Take(FullPath(options.Value.AzuriteFolder), FullPath(options.Value.DataFolder));
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _folder?.Dispose();
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _azurite, null) is { } running)
        {
            await running.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ConnectionString is { Length: > 0 } configured)
        {
            _client.SetResult(new BlobServiceClient(configured));
            return;
        }

        if (options.Value.ServiceUri is { } service)
        {
            _client.SetResult(new BlobServiceClient(service, new DefaultAzureCredential()));
            return;
        }

        try
        {
            TakeFolder();
            _client.SetResult(new BlobServiceClient((await StartAzuriteAsync(stoppingToken)).ConnectionString));
            await base.ExecuteAsync(stoppingToken);
        }
        catch (AzuriteException reason)
        {
            LogNoStorage(reason.Message);
            _client.SetException(reason);
            Environment.ExitCode = 1;

            // Not while the host still starts: it would end with the story of a start that was cancelled, after the reason.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
        catch (OperationCanceledException)
        {
            _client.TrySetCanceled(stoppingToken);
        }
    }

    /// <summary>Azurite runs as long as the host does: whatever ends it, it is started again where it listened, over the same blobs.</summary>
    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        var running = _azurite ?? await StartAzuriteAsync(stopping);
        await running.EndedAsync(stopping);
        LogEnded();
        Interlocked.Exchange(ref _azurite, null);
        await running.DisposeAsync();
        return TimeSpan.Zero;
    }

    /// <inheritdoc />
    protected override void Failed(Exception problem) => LogNoStorage(problem.Message);

    private async Task<AzuriteProcess> StartAzuriteAsync(CancellationToken stopping)
    {
        var azurite = await AzuriteProcess.StartAsync(_folder!, _port, stopping);
        (_azurite, _port) = (azurite, azurite.Address.Port);
        LogListening(azurite.Address);
        return azurite;
    }

    private string FullPath(string folder) => Path.GetFullPath(folder, host.ContentRootPath);

    [LoggerMessage(LogLevel.Information, "Documents are kept by Azurite at {Address}")]
    private partial void LogListening(Uri address);

    [LoggerMessage(LogLevel.Error, "Azurite has ended, and documents have no storage until it runs again. It is started anew.")]
    private partial void LogEnded();

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    private partial void LogNoStorage(string reason);
}

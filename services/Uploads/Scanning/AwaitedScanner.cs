namespace AreaSend.Services.Uploads.Scanning;

/// <summary>
/// Where Microsoft Defender scans the storage account by itself: asking has no answer, the verdict arrives later (<see cref="DefenderVerdict"/>).
/// </summary>
internal sealed class AwaitedScanner : IMalwareScanner
{
    /// <inheritdoc />
    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation) =>
        Task.FromResult<ScanVerdict>(new ScanVerdict.NoVerdict("Microsoft Defender's verdict has not arrived yet."));
}

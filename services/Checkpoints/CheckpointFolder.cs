namespace AreaSend.Services.Checkpoints;

/// <summary>A log of checkpoints in a folder, a file each. It is as good as what keeps it: a disk of another machine, say.</summary>
/// <param name="path">The folder.</param>
public sealed class CheckpointFolder(string path) : ICheckpointLog
{
    /// <inheritdoc />
    public async Task AddAsync(string name, byte[] content, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(path);
        await using var file = new FileStream(Path.Combine(path, name), FileMode.CreateNew);
        await file.WriteAsync(content, cancellation);
    }

    /// <inheritdoc />
    public async Task<KeptCheckpoint?> NewestAsync(CancellationToken cancellation = default) =>
        Directory.Exists(path) && Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).LastOrDefault() is { } newest
            ? new KeptCheckpoint(newest, await File.ReadAllBytesAsync(newest, cancellation))
            : null;
}

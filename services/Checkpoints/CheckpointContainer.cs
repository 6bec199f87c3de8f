using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// A log of checkpoints in a blob container. This side never writes over a blob; that nobody else can either, or delete one, is up to the container's
/// immutability policy.
/// </summary>
/// <param name="container">The container. It is there already: whoever makes it gives it its policy.</param>
public sealed class CheckpointContainer(BlobContainerClient container) : ICheckpointLog
{
    private static readonly BlobUploadOptions OnlyAsNew = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <inheritdoc />
    public async Task AddAsync(string name, byte[] content, CancellationToken cancellation = default)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(new BinaryData(content), OnlyAsNew, cancellation);
        }
        catch (RequestFailedException refused)
        {
            throw new IOException($"The checkpoint {name} cannot be written to {At(container.Uri)}: {refused.ErrorCode ?? "storage does not answer"}.", refused);
        }
    }

    /// <inheritdoc />
    public async Task<KeptCheckpoint?> NewestAsync(CancellationToken cancellation = default)
    {
        string? newest = null;
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                newest = blob.Name.EndsWith(".json", StringComparison.Ordinal) && string.CompareOrdinal(blob.Name, newest) > 0 ? blob.Name : newest;
            }

            return newest is null
                ? null
                : new KeptCheckpoint(
                    $"{newest} in {At(container.Uri)}", (await container.GetBlobClient(newest).DownloadContentAsync(cancellation)).Value.Content.ToArray());
        }
        catch (RequestFailedException refused)
        {
            throw new IOException($"Checkpoints cannot be read from {At(container.Uri)}: {refused.ErrorCode ?? "storage does not answer"}.", refused);
        }
    }

    // Without a signature that may stand in the address.
    private static string At(Uri address) => address.GetLeftPart(UriPartial.Path);
}

using AreaSend.Services.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>The two containers: what came in, and what was accepted. Names of blobs are ours.</summary>
public sealed class DocumentBlobs(BlobStorage storage)
{
    /// <summary>Where senders' addresses lead.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>What inspectors read from.</summary>
    public const string Accepted = "documents";

    // On a blob that a form posted: the form's one-time identifier.
    private const string FormKey = "form";

    private static readonly string[] Headers = ["content-type", "x-ms-blob-type", "x-ms-blob-content-type", "x-ms-version"];

    private UserDelegationKey? _delegation;

    /// <summary>The address that browsers send files to: what a page's <c>connect-src</c> has to allow. Ready once storage is.</summary>
    public async Task<Uri> OriginAsync(CancellationToken cancellation = default) =>
        new((await ServiceAsync(cancellation)).Uri.GetLeftPart(UriPartial.Authority));

    /// <summary>
    /// Makes the containers. An account that is reached with a key, as Azurite is, is also told which pages may send to it; one that is
    /// reached by identity has that from its template (<c>infra/modules/uploads.bicep</c>).
    /// </summary>
    /// <param name="origins">The addresses of the site, such as <c>http://localhost:5080</c>; nobody else's pages may send.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task PrepareAsync(IReadOnlyList<string> origins, CancellationToken cancellation = default)
    {
        var service = await ServiceAsync(cancellation);
        if (!service.CanGenerateAccountSasUri)
        {
            return;
        }

        await service.GetBlobContainerClient(Quarantine).CreateIfNotExistsAsync(cancellationToken: cancellation);
        await service.GetBlobContainerClient(Accepted).CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlobServiceProperties properties = await service.GetPropertiesAsync(cancellation);
        properties.Cors = origins.Count == 0 ? [] :
        [
            new BlobCorsRule
            {
                AllowedOrigins = string.Join(',', origins),
                AllowedMethods = "PUT,OPTIONS",
                AllowedHeaders = string.Join(',', Headers),
                ExposedHeaders = "etag,x-ms-request-id",
                MaxAgeInSeconds = 600,
            },
        ];
        await service.SetPropertiesAsync(properties, cancellation);
    }

    /// <summary>An address that takes one blob in quarantine: it can be written to, not read, listed or deleted, and ends after a while.</summary>
    internal async Task<Uri> TicketAsync(string blobName, TimeSpan life, CancellationToken cancellation)
    {
        var blob = await QuarantineAsync(blobName, cancellation);

        // Storage judges by the world's clock, not by the sandbox's.
        var end = SystemClock.Instance.GetCurrentInstant() + Duration.FromTimeSpan(life);
        var leave = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, end.ToDateTimeOffset())
        {
            BlobContainerName = Quarantine,
            BlobName = blobName,
            Resource = "b",
            Protocol = blob.Uri.IsLoopback ? SasProtocol.HttpsAndHttp : SasProtocol.Https,
        };
        if (blob.CanGenerateSasUri)
        {
            return blob.GenerateSasUri(leave);
        }

        var key = await DelegationAsync(end, cancellation);
        return new BlobUriBuilder(blob.Uri) { Sas = leave.ToSasQueryParameters(key, blob.AccountName) }.ToUri();
    }

    internal async Task<BlobClient> QuarantineAsync(string blobName, CancellationToken cancellation) =>
        (await ServiceAsync(cancellation)).GetBlobContainerClient(Quarantine).GetBlobClient(blobName);

    internal async Task<BlobClient> AcceptedAsync(string blobName, CancellationToken cancellation) =>
        (await ServiceAsync(cancellation)).GetBlobContainerClient(Accepted).GetBlobClient(blobName);

    /// <summary>What lies in quarantine under a name; null when nothing does.</summary>
    internal async Task<Arrival?> FindAsync(string blobName, CancellationToken cancellation)
    {
        try
        {
            var blob = await QuarantineAsync(blobName, cancellation);
            var found = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            var answeredAt = found.GetRawResponse().Headers.Date ?? found.Value.LastModified;
            var ago = Duration.FromTimeSpan(answeredAt - found.Value.LastModified);
            return new Arrival(found.Value.ContentLength, Version(found.Value.ETag), Duration.Max(ago, Duration.Zero), found.Value.BlobType == BlobType.Block)
            {
                Form = found.Value.Metadata.TryGetValue(FormKey, out var text) && Guid.TryParse(text, out var form) ? form : null,
            };
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What goes with a blob that a form posts; nothing with any other.</summary>
    internal static Dictionary<string, string> PostedBy(Guid? form) => form is { } id ? new() { [FormKey] = id.ToString() } : [];

    /// <summary>Copies to the stream what was found in quarantine; false when it is another by now, or gone.</summary>
    /// <param name="blobName">Its name.</param>
    /// <param name="found">What was found. Size and kind are to be judged by it before a byte is fetched.</param>
    /// <param name="to">Where the bytes go.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<bool> DownloadAsync(string blobName, Arrival found, Stream to, CancellationToken cancellation)
    {
        try
        {
            var blob = await QuarantineAsync(blobName, cancellation);
            var same = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{found.ETag}\"") } };
            using var download = (await blob.DownloadStreamingAsync(same, cancellation)).Value;
            await download.Content.CopyToAsync(to, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Whether a blob that was accepted is still kept.</summary>
    internal async Task<bool> IsKeptAsync(string name, CancellationToken cancellation)
    {
        var blob = await AcceptedAsync(name, cancellation);
        try
        {
            // A byte of it, not its name alone: an emulator that was killed may know of a blob whose content it never wrote.
            using var download = (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(0, 1) }, cancellation)).Value;
            return await download.Content.ReadAsync(new byte[1], cancellation) == 1;
        }
        catch (RequestFailedException missing) when (missing.Status == 404 || (blob.Uri.IsLoopback && missing.Status is 416 or 500))
        {
            return false;
        }
    }

    /// <summary>Returns once storage has answered, whatever it says.</summary>
    public async Task AnswerAsync(CancellationToken cancellation = default) =>
        await (await ServiceAsync(cancellation)).GetBlobContainerClient(Accepted).ExistsAsync(cancellation);

    /// <summary>
    /// Keeps the very bytes that were checked for inspectors to read. Its name holds their fingerprint, so that two checks of different versions cannot
    /// overwrite each other.
    /// </summary>
    internal async Task<string> StoreAcceptedAsync(string blobName, string sha256, Stream content, CancellationToken cancellation)
    {
        var name = $"{blobName}/{sha256}";
        content.Position = 0;
        await (await AcceptedAsync(name, cancellation)).UploadAsync(content, overwrite: true, cancellation);
        return name;
    }

    /// <summary>The names of all that lies in quarantine.</summary>
    internal async Task<IReadOnlyList<string>> InQuarantineAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in (await ServiceAsync(cancellation)).GetBlobContainerClient(Quarantine).GetBlobsAsync(cancellationToken: cancellation))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Removes from quarantine the version that was accepted; another stays.</summary>
    internal async Task DeleteQuarantinedAsync(string blobName, string etag, CancellationToken cancellation)
    {
        try
        {
            var blob = await QuarantineAsync(blobName, cancellation);
            await blob.DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = new ETag($"\"{etag}\"") }, cancellationToken: cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // What came after the decision is nobody's document: see Leftovers.
        }
    }

    /// <summary>Removes a document from both containers, with all its versions and snapshots.</summary>
    /// <returns>
    /// Whether nothing of it is left. An account that keeps deleted blobs for a while holds them until then: they are out of everybody's reach, and counted as
    /// left.
    /// </returns>
    internal async Task<bool> RemoveAllAsync(string blobName, CancellationToken cancellation)
    {
        var isGone = true;
        foreach (var container in (string[])[Quarantine, Accepted])
        {
            var blobs = (await ServiceAsync(cancellation)).GetBlobContainerClient(container);
            foreach (var found in await AllAsync(blobs, blobName, cancellation))
            {
                await RemoveAsync(blobs, found, cancellation);
            }

            isGone &= (await AllAsync(blobs, blobName, cancellation)).Count == 0;
        }

        return isGone;
    }

    // The blob itself first, which takes its snapshots with it; then what versions the account has kept.
    private static async Task<IReadOnlyList<BlobItem>> AllAsync(BlobContainerClient blobs, string prefix, CancellationToken cancellation)
    {
        var all = new List<BlobItem>();
        var kept = BlobStates.Snapshots | BlobStates.Version | BlobStates.Deleted;
        await foreach (var found in blobs.GetBlobsAsync(BlobTraits.None, kept, prefix, cancellation))
        {
            all.Add(found);
        }

        return [.. all.OrderByDescending(found => IsCurrent(found))];
    }

    private static async Task RemoveAsync(BlobContainerClient blobs, BlobItem found, CancellationToken cancellation)
    {
        var blob = blobs.GetBlobClient(found.Name);
        if (found.Deleted)
        {
            return;
        }

        if (IsCurrent(found))
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }

        if (found.VersionId is { } version)
        {
            await blob.WithVersion(version).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    // Storage says of no earlier version that it is none.
    private static bool IsCurrent(BlobItem found) => found.Snapshot is null && (found.VersionId is null || found.IsLatestVersion == true);

    private static string Version(ETag etag) => etag.ToString("G").Trim('"');

    private async Task<UserDelegationKey> DelegationAsync(Instant until, CancellationToken cancellation)
    {
        if (_delegation is not { } key || key.SignedExpiresOn < until.ToDateTimeOffset())
        {
            var end = until + Duration.FromHours(1);
            _delegation = key = await (await ServiceAsync(cancellation)).GetUserDelegationKeyAsync(null, end.ToDateTimeOffset(), cancellation);
        }

        return key;
    }

    private Task<BlobServiceClient> ServiceAsync(CancellationToken cancellation) => storage.Client.WaitAsync(cancellation);
}

/// <summary>A blob that has come in.</summary>
/// <param name="Size">Its bytes, as storage says.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Ago">How long ago its last byte came in, by storage's own clock.</param>
internal sealed record Arrival(long Size, string ETag, Duration Ago, bool IsBlockBlob = true)
{
    /// <summary>The one-time identifier of the form that posted it; null for what came by an address of its own.</summary>
    public Guid? Form { get; init; }
}

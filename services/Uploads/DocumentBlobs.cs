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

    private static readonly string[] Headers = ["content-type", "x-ms-blob-type", "x-ms-blob-content-type", "x-ms-version"];

    private UserDelegationKey? delegation;

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
            return new Arrival(found.Value.ContentLength, Version(found.Value.ETag), Duration.Max(ago, Duration.Zero));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies what lies in quarantine under a name to the stream, unless it is larger than the limit; null when nothing lies there.</summary>
    internal async Task<Arrival?> DownloadAsync(string blobName, Stream to, long limit, CancellationToken cancellation)
    {
        try
        {
            var blob = await QuarantineAsync(blobName, cancellation);
            using var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            if (download.Details.ContentLength <= limit)
            {
                await download.Content.CopyToAsync(to, cancellation);
            }

            return new Arrival(download.Details.ContentLength, Version(download.Details.ETag), Duration.Zero);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps the very bytes that were checked for inspectors to read. Its name holds their fingerprint, so that two checks of different versions cannot overwrite each other.</summary>
    internal async Task<string> KeepAsync(string blobName, string sha256, Stream content, CancellationToken cancellation)
    {
        var name = $"{blobName}/{sha256}";
        content.Position = 0;
        await (await AcceptedAsync(name, cancellation)).UploadAsync(content, overwrite: true, cancellation);
        return name;
    }

    /// <summary>Removes from quarantine the version that was accepted; another stays.</summary>
    internal async Task ClearAsync(string blobName, string etag, CancellationToken cancellation)
    {
        try
        {
            var blob = await QuarantineAsync(blobName, cancellation);
            await blob.DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = new ETag($"\"{etag}\"") }, cancellationToken: cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // What came after the decision is nobody's document; retention removes it.
        }
    }

    private static string Version(ETag etag) => etag.ToString("G").Trim('"');

    private async Task<UserDelegationKey> DelegationAsync(Instant until, CancellationToken cancellation)
    {
        if (delegation is not { } key || key.SignedExpiresOn < until.ToDateTimeOffset())
        {
            var end = until + Duration.FromHours(1);
            delegation = key = await (await ServiceAsync(cancellation)).GetUserDelegationKeyAsync(null, end.ToDateTimeOffset(), cancellation);
        }

        return key;
    }

    private Task<BlobServiceClient> ServiceAsync(CancellationToken cancellation) => storage.Client.WaitAsync(cancellation);
}

/// <summary>A blob that has come in.</summary>
/// <param name="Size">Its bytes, as storage says.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Ago">How long ago its last byte came in, by storage's own clock.</param>
internal sealed record Arrival(long Size, string ETag, Duration Ago);

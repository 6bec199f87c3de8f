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
            return new Arrival(found.Value.ContentLength, found.Value.ETag.ToString("G"), Duration.Max(ago, Duration.Zero));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

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
/// <param name="Size">Its bytes.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Ago">How long ago its last byte came in, by storage's own clock.</param>
internal sealed record Arrival(long Size, string ETag, Duration Ago);

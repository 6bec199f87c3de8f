using System.Collections.Concurrent;
using System.Net;
using AreaSend.Services.Tests.Uploads;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;

namespace AreaSend.Services.Tests.Keeping;

/// <summary>
/// An account with versions, which Azurite is not: a stub of its REST interface over real HTTP, in which deleting a blob leaves its versions and deleting a
/// version takes a right of its own. What it shows is what is asked for, in which order; Azure itself has not been tried.
/// </summary>
public sealed class VersionedBlobTests : IAsyncLifetime
{
    private const string Name = "inspection/document";
    private readonly ConcurrentDictionary<string, bool> _versions = new(); // Version of the blob in "documents", and whether it is the current one.
    private bool _mayDeleteVersions = true;
    private HttpStub _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await HttpStub.StartAsync(AnswerAsync);

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task RemoveAll_ABlobWithVersions_DeletesItAndThenEachOfThem()
    {
        (_versions["2025-09-01T10:00:00.0000001Z"], _versions["2025-09-02T10:00:00.0000001Z"], _versions["2025-09-03T10:00:00.0000001Z"]) = (false, false, true);

        Assert.True(await (await BlobsAsync()).RemoveAllAsync(Name, CancellationToken.None));

        Assert.Empty(_versions);
        var deleted = _storage.Requests.Where(request => request.Method == "DELETE").Select(request => WebUtility.UrlDecode(request.Path)).ToList();
        Assert.Equal(4, deleted.Count);
        Assert.DoesNotContain("versionid", deleted[0], StringComparison.Ordinal); // the blob itself, with its snapshots
        Assert.All(deleted.Skip(1), path => Assert.Contains("versionid=2025-09-0", path, StringComparison.Ordinal));
        Assert.All(_storage.Requests.Where(request => request.Path.Contains("comp=list", StringComparison.Ordinal)), list => Assert.Contains("versions", WebUtility.UrlDecode(list.Path), StringComparison.Ordinal));
    }

    /// <summary>An identity without that right, as a contributor: it is an error for the log and the next round, never taken for done.</summary>
    [Fact]
    public async Task RemoveAll_WithoutTheRightToDeleteVersions_IsNotDone()
    {
        _mayDeleteVersions = false;
        _versions["2025-09-01T10:00:00.0000001Z"] = true;

        var refused = await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await (await BlobsAsync()).RemoveAllAsync(Name, CancellationToken.None));

        Assert.Equal((403, "AuthorizationPermissionMismatch"), (refused.Status, refused.ErrorCode));
        Assert.Single(_versions);
    }

    private async Task<DocumentBlobs> BlobsAsync()
    {
        var key = Convert.ToBase64String(new byte[32]);
        return new DocumentBlobs(await AnnexACase.StorageAsync($"DefaultEndpointsProtocol=http;AccountName=versions;AccountKey={key};BlobEndpoint={_storage.Address}versions;"));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, answer) = (context.Request, context.Response);
        var isHere = request.Path.Value!.Contains("/documents", StringComparison.Ordinal) || request.Path.Value.EndsWith(DocumentBlobs.Accepted, StringComparison.Ordinal);
        if (HttpMethods.IsGet(request.Method))
        {
            answer.ContentType = "application/xml";
            await answer.WriteAsync($"""
                <?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="{_storage.Address}versions" ContainerName="x"><Blobs>{(isHere ? string.Concat(_versions.OrderBy(version => version.Key).Select(Item)) : "")}</Blobs><NextMarker /></EnumerationResults>
                """);
            return;
        }

        if (request.Query["versionid"].ToString() is not { Length: > 0 } version)
        {
            foreach (var known in _versions.Keys)
            {
                _versions[known] = false; // The current one becomes one of those before.
            }

            answer.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        if (!_mayDeleteVersions)
        {
            answer.Headers["x-ms-error-code"] = "AuthorizationPermissionMismatch";
            answer.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        answer.StatusCode = _versions.TryRemove(version, out _) ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound;
    }

    private static string Item(KeyValuePair<string, bool> version) =>
        $"<Blob><Name>{Name}</Name><VersionId>{version.Key}</VersionId>{(version.Value ? "<IsCurrentVersion>true</IsCurrentVersion>" : "")}<Properties><BlobType>BlockBlob</BlobType></Properties></Blob>";
}

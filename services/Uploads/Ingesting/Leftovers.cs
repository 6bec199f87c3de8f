using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>
/// What lies in quarantine under the name of a document that has been accepted: written with its ticket once more, after the decision, so nobody's document.
/// An account that was made from the template has a rule of its own for it.
/// </summary>
public sealed class Leftovers(StoreDatabase database, DocumentBlobs blobs)
{
    /// <summary>Removes them.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellation = default)
    {
        var lying = await blobs.InQuarantineAsync(cancellation);
        await using var context = database.Open();
        var accepted = await context.Set<Document>().AsNoTracking()
            .Where(row => row.State == DocumentState.Accepted)
            .Select(row => row.BlobName)
            .ToListAsync(cancellation);
        List<string> left = [.. accepted.Intersect(lying)];
        foreach (var name in left)
        {
            await (await blobs.QuarantineAsync(name, cancellation)).DeleteIfExistsAsync(cancellationToken: cancellation);
        }

        return left.Count;
    }
}

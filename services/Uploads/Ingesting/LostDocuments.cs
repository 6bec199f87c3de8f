using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Looks whether storage still has what was accepted. What it has lost is said, and the area is asked for it again.</summary>
public sealed class LostDocuments(StoreDatabase database, DocumentBlobs blobs, DocumentLedger ledger, ILogger<LostDocuments> logger)
{
    /// <summary>Looks at every accepted document.</summary>
    /// <returns>How many have been lost.</returns>
    public async Task<int> FindAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var kept = await context.Set<Document>().AsNoTracking()
            .Where(row => row.State == DocumentState.Accepted && row.AcceptedBlob != null)
            .ToListAsync(cancellation);
        var lost = new List<Document>();
        foreach (var document in kept)
        {
            if (!await blobs.IsKeptAsync(document.AcceptedBlob!, cancellation))
            {
                lost.Add(document);
            }
        }

        if (lost.Count == kept.Count && lost.Count > 1)
        {
            // Far likelier than that each was lost: this is another storage than the one they are in.
            IngestionLog.AllMissing(logger, lost.Count);
            return 0;
        }

        foreach (var document in lost)
        {
            await LoseAsync(document, cancellation);
        }

        return lost.Count;
    }

    private async Task LoseAsync(Document document, CancellationToken cancellation)
    {
        try
        {
            IngestionLog.Lost(logger, document.Id);
            await ledger.LoseAsync(document, cancellation);
        }
        catch (BrokenChainException problem)
        {
            IngestionLog.Failed(logger, problem, document.Id);
        }
    }
}

using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Writes down how far <see cref="Ingestion"/> has come with a document: its verdict, what hinders it, and the decision.</summary>
internal sealed class DocumentDecision(StoreDatabase database, DocumentLedger ledger, DocumentBlobs blobs, IClock clock, ILogger logger)
{
    /// <summary>Takes note of a verdict; true when it is clean. No verdict is not a clean verdict.</summary>
    public async Task<bool> VerdictAsync(Guid id, Arrival arrival, ScanVerdict verdict, CancellationToken cancellation)
    {
        switch (verdict)
        {
            case ScanVerdict.Clean clean:
                await ledger.ChangeAsync(id, (document, now) =>
                {
                    (document.State, document.ScannedETag) = (DocumentState.Scanned, arrival.ETag);
                    (document.WaitingBecause, document.NextAttempt) = (null, now);
                    return DocumentFact.Scanned(document, now, $"{clean.Engine}, {clean.SignatureVersion}");
                }, cancellation);
                IngestionLog.Scanned(logger, id);
                return true;
            case ScanVerdict.Infected:
                await ledger.ChangeAsync(id, (document, now) => Refuse(document, now, new Refusal(
                    "malware", "The malware scanner found something harmful in the file. Do not send it again; ask your IT support to look at the computer it came from.")), cancellation);
                IngestionLog.Decided(logger, id, "refused: malware");
                return false;
            default:
                await PostponeAsync(id, ((ScanVerdict.NoVerdict)verdict).Because, cancellation);
                return false;
        }
    }

    /// <summary>It is not where it was sent to: never sent, not yet, or lost.</summary>
    public Task MissingAsync(Guid id, CancellationToken cancellation) => ledger.ChangeAsync(id, (document, now) =>
    {
        if (document.State is DocumentState.Expected)
        {
            (document.State, document.NextAttempt) = now < document.Expires ? (document.State, document.NextAttempt) : (DocumentState.NeverCame, null);
        }

        return document.IsSettled || document.State is DocumentState.Expected
            ? null
            : Refuse(document, now, new Refusal("lost", "The file is no longer where it was sent to. Send it again."));
    }, cancellation);

    /// <summary>Records the decision, if the blob is still the one that was judged.</summary>
    public async Task<bool> DecideAsync(Document judged, Arrival arrival, Finding finding, string? kept, CancellationToken cancellation)
    {
        if (await blobs.FindAsync(judged.BlobName, cancellation) is { } still && still.ETag != arrival.ETag)
        {
            return false;
        }

        var decided = (await ledger.ChangeAsync(judged.Id, (document, now) =>
        {
            (document.Size, document.Sha256, document.PassedOver) = (finding.Bytes, finding.Sha256, finding.PassedOver);
            (document.Errors, document.Queries) = (finding.Lists.Sum(list => list.Errors), finding.Lists.Sum(list => list.Queries));
            return finding.Refusal is { } refusal ? Refuse(document, now, refusal) : Accept(document, now, finding, kept!);
        }, cancellation, (context, document) => DecisionRows.AlongsideAsync(context, document, finding)))!;
        IngestionLog.Decided(logger, judged.Id, decided.State == DocumentState.Accepted ? "accepted" : $"refused: {decided.RefusalRule}");
        await DeleteQuarantinedAsync(decided, cancellation);
        return true;
    }

    /// <summary>What has been accepted is not kept twice. A refused file stays in quarantine for as long as retention says.</summary>
    public async Task DeleteQuarantinedAsync(Document document, CancellationToken cancellation)
    {
        if (document is not { State: DocumentState.Accepted, ScannedETag: { } etag, NextAttempt: not null })
        {
            return;
        }

        await blobs.DeleteQuarantinedAsync(document.BlobName, etag, cancellation);
        await using var context = database.Open();
        await context.Set<Document>().Where(row => row.Id == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttempt, (Instant?)null), cancellation);
    }

    /// <summary>What hinders it now; it is tried again later.</summary>
    public async Task<Document?> PostponeAsync(Guid id, string because, CancellationToken cancellation)
    {
        var postponed = await ledger.ChangeAsync(id, (document, now) =>
        {
            document.Attempts++;
            (document.WaitingBecause, document.NextAttempt) = (because, now + Backoff.After(document.Attempts));
            IngestionLog.Waits(logger, id, document.Attempts, because);
            return null;
        }, cancellation);
        if (postponed is { State: DocumentState.Accepted, NextAttempt: not null })
        {
            // Decided, and not cleared away yet: nobody waits for it, and it is not to be tried without a pause.
            Instant? again = clock.GetCurrentInstant() + Backoff.After(attempt: 1);
            await using var context = database.Open();
            await context.Set<Document>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttempt, again), cancellation);
        }

        return postponed;
    }

    private static Fact? Accept(Document document, Instant now, Finding finding, string kept)
    {
        // Looked at once more, to clear what is left in quarantine.
        (document.State, document.DecidedAt, document.NextAttempt, document.WaitingBecause) = (DocumentState.Accepted, now, now, null);
        (document.AcceptedBlob, document.MediaType) = (kept, KindFacts.Of(finding.Kind!.Value).ContentType);
        return DocumentFact.Accepted(document, now);
    }

    private static Fact? Refuse(Document document, Instant now, Refusal refusal)
    {
        (document.State, document.DecidedAt, document.NextAttempt, document.WaitingBecause) = (DocumentState.Refused, now, null, null);
        (document.RefusalRule, document.Refusal) = (refusal.Rule, refusal.Sentence);
        return DocumentFact.Refused(document, now, refusal.Rule, refusal.Plain);
    }
}

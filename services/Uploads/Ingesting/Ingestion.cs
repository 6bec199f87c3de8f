using System.Data.Common;
using System.Security.Cryptography;
using AreaSend.FileChecks;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>
/// Takes a document from quarantine to a decision: scanned, checked by its content, its lists read, and then kept for inspectors or refused. It may be
/// called any number of times, by several hosts at once, and may be killed at any instant: the document is decided on once, and by what is in it then.
/// </summary>
public sealed class Ingestion(
    StoreDatabase database,
    DocumentLedger ledger,
    DocumentBlobs blobs,
    IMalwareScanner scanner,
    IClock clock,
    IOptions<UploadOptions> options,
    ILogger<Ingestion> logger)
{
    private const int MostRounds = 5;

    private readonly DocumentJudgement _judgement = new(new UploadLimits { FileBytes = options.Value.LargestFile }, clock);
    private readonly DocumentDecision _decision = new(database, ledger, blobs, clock, logger);
    private readonly DocumentLocks _locks = new();

    /// <summary>Takes the document that lies in quarantine under this name; a blob that no document was expected for is left alone.</summary>
    public async Task<Document?> IngestAsync(string blobName, CancellationToken cancellation = default) =>
        await DocumentOfAsync(blobName, cancellation) is { } document ? await IngestAsync(document, cancellation) : null;

    /// <summary>Takes one document as far as it can go now. What hinders it is noted on the document, and the sweep tries again.</summary>
    /// <returns>The document as it stands then; null when there is none.</returns>
    public async Task<Document?> IngestAsync(Guid document, CancellationToken cancellation = default)
    {
        using var held = await _locks.TakeAsync(document, cancellation);
        return await TakeOnAsync(document, cancellation);
    }

    /// <summary>
    /// The same for whoever was told earlier that the document is due: one that another has looked at meanwhile, and put off, is not downloaded again.
    /// </summary>
    public async Task<Document?> IngestIfDueAsync(Guid document, CancellationToken cancellation = default)
    {
        using var held = await _locks.TakeAsync(document, cancellation);
        return await ledger.FindAsync(document, cancellation) is { State: not DocumentState.Expected } found && found.NextAttempt > clock.GetCurrentInstant()
            ? found
            : await TakeOnAsync(document, cancellation);
    }

    private async Task<Document?> TakeOnAsync(Guid document, CancellationToken cancellation)
    {
        IngestionLog.InHand(logger, document);
        try
        {
            for (var round = 1; round <= MostRounds; round++)
            {
                if (await CheckAsync(document, cancellation))
                {
                    return await ledger.FindAsync(document, cancellation);
                }

                IngestionLog.Changed(logger, document);
            }

            return await _decision.PostponeAsync(document, "The file changed again and again while it was checked.", cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not DbException and not DbUpdateException)
        {
            IngestionLog.Failed(logger, problem, document);
            return await _decision.PostponeAsync(document, "The check could not be finished.", cancellation);
        }
    }

    /// <summary>
    /// A scanner that works by itself, such as Microsoft Defender, has come to a verdict on a blob in quarantine. One on another version of the blob says
    /// nothing.
    /// </summary>
    public async Task<Document?> VerdictAsync(DefenderVerdict verdict, CancellationToken cancellation = default)
    {
        var blob = new Azure.Storage.Blobs.BlobUriBuilder(verdict.Blob);
        if (blob.BlobContainerName != DocumentBlobs.Quarantine
            || await DocumentOfAsync(blob.BlobName, cancellation) is not { } document
            || await blobs.FindAsync(blob.BlobName, cancellation) is not { } arrival)
        {
            return null;
        }

        var row = await ArriveAsync(document, arrival, cancellation);
        if (row?.Id != document || arrival.ETag != verdict.ETag)
        {
            return row;
        }

        return await _decision.VerdictAsync(document, arrival, verdict.Verdict, cancellation)
            ? await IngestAsync(document, cancellation)
            : await ledger.FindAsync(document, cancellation);
    }

    /// <summary>
    /// Finds documents that came in and that nobody announced, that were left in the middle, or that wait for another try, and takes them on.
    /// </summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        List<Guid> due;
        await using (var context = database.Open())
        {
            var expected = context.Set<Document>().Where(row => row.State == DocumentState.Expected);
            var waiting = context.Set<Document>().Where(Document.IsDue(now));
            due = await expected.Select(row => new { row.Id, row.NextAttempt }).Union(waiting.Select(row => new { row.Id, row.NextAttempt }))
                .OrderBy(row => row.NextAttempt)
                .Select(row => row.Id)
                .ToListAsync(cancellation);
        }

        foreach (var document in due)
        {
            await IngestIfDueAsync(document, cancellation);
        }

        await ledger.ForgetHeldAsync(blobs, cancellation);
        return due.Count;
    }

    /// <summary>One round; false when the blob changed under it.</summary>
    private async Task<bool> CheckAsync(Guid id, CancellationToken cancellation)
    {
        if (await ledger.FindAsync(id, cancellation) is not { } document || await IsAtRestAsync(document, cancellation))
        {
            return true;
        }

        if (await blobs.FindAsync(document.BlobName, cancellation) is not { } arrival)
        {
            return false;
        }

        // Before a byte of it is fetched: a blob may claim a terabyte, and storage would make one up.
        if (arrival.Size > options.Value.LargestFile)
        {
            return await _decision.DecideAsync(
                document,
                arrival,
                Finding.Refused("size", $"The file is too large. {options.Value.LimitInWords}", arrival.Size),
                kept: null,
                cancellation);
        }

        if (!arrival.IsBlockBlob)
        {
            return await _decision.DecideAsync(
                document, arrival, Finding.Refused("blob-type", "The file was not sent as the site sends files, so it cannot be read. Send it again from the site's own page.", arrival.Size), kept: null, cancellation);
        }

        await using var file = TemporaryCopy.Create();
        if (!await blobs.DownloadAsync(document.BlobName, arrival, file, cancellation))
        {
            return false;
        }

        IngestionLog.Downloaded(logger, id, arrival.Size);

        file.Position = 0;
        if (document.ScannedETag != arrival.ETag)
        {
            var verdict = await scanner.ScanAsync(file, cancellation);

            // Nobody waits for a scanner that cannot look through what is refused anyway, such as a bomb.
            if (verdict is ScanVerdict.NoVerdict && _judgement.Inspect(document, file, cancellation) is { Refusal: not null } refused)
            {
                return await _decision.DecideAsync(document, arrival, refused, kept: null, cancellation);
            }

            if (!await _decision.VerdictAsync(id, arrival, verdict, cancellation))
            {
                return true;
            }
        }

        var finding = _judgement.Judge(document, file, cancellation);
        IngestionLog.Checked(logger, id);
        var kept = finding.Refusal is null ? await blobs.StoreAcceptedAsync(document.BlobName, finding.Sha256!, file, cancellation) : null;
        IngestionLog.Kept(logger, id);
        return await _decision.DecideAsync(document, arrival, finding, kept, cancellation);
    }

    /// <summary>Whether there is nothing to check: decided, or not here. What is here for the first time is recorded as arrived.</summary>
    private async Task<bool> IsAtRestAsync(Document document, CancellationToken cancellation)
    {
        if (document.IsDecided)
        {
            await _decision.DeleteQuarantinedAsync(document, cancellation);
            return true;
        }

        var arrival = await blobs.FindAsync(document.BlobName, cancellation);
        if (arrival is null)
        {
            await _decision.MissingAsync(document.Id, cancellation);
            return true;
        }

        return await ArriveAsync(document.Id, arrival, cancellation)
            is not { IsDecided: false, State: not (DocumentState.Expected or DocumentState.NeverCame) } row
            || row.Id != document.Id;
    }

    /// <summary>
    /// The document is here. Where a form posted it, and the host that took the form died before it had said so, whoever sent it is likely to have sent
    /// the form again: its fingerprint is taken now, so that one form brings in one document.
    /// </summary>
    /// <returns>The document, or the one that the same form has brought in in its place; null when there is none.</returns>
    private async Task<Document?> ArriveAsync(Guid id, Arrival arrival, CancellationToken cancellation)
    {
        if (
            arrival is not { Form: { } form, IsBlockBlob: true }
            || arrival.Size > options.Value.LargestFile
            || await ledger.FindAsync(id, cancellation) is not { State: DocumentState.Expected or DocumentState.NeverCame, Posted: null } document)
        {
            return await ledger.ArriveAsync(id, arrival, cancellation);
        }

        using var hash = SHA256.Create();
        await using var content = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        if (!await blobs.DownloadAsync(document.BlobName, arrival, content, cancellation))
        {
            return document;
        }

        await content.FlushFinalBlockAsync(cancellation);
        var row = await ledger.ArriveAsync(id, arrival, DocumentUploads.PostedWith(form, document, Convert.ToHexStringLower(hash.Hash!)), cancellation);
        if (row is not null && row.Id != id)
        {
            await blobs.DeleteQuarantinedAsync(document.BlobName, arrival.ETag, cancellation);
        }

        return row;
    }

    private async Task<Guid?> DocumentOfAsync(string blobName, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Set<Document>().Where(row => row.BlobName == blobName).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
    }
}

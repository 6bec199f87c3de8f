using System.Data.Common;
using System.Security.Cryptography;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.FileChecks;
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

    private readonly UploadCheck _check = new(new UploadLimits { FileBytes = options.Value.LargestFile });
    private readonly DocumentLocks _turns = new();

    /// <summary>Takes the document that lies in quarantine under this name; a blob that no document was expected for is left alone.</summary>
    public async Task<Document?> IngestAsync(string blobName, CancellationToken cancellation = default) =>
        await DocumentOfAsync(blobName, cancellation) is { } document ? await IngestAsync(document, cancellation) : null;

    /// <summary>Takes one document as far as it can go now. What hinders it is noted on the document, and the sweep tries again.</summary>
    /// <returns>The document as it stands then; null when there is none.</returns>
    public async Task<Document?> IngestAsync(Guid document, CancellationToken cancellation = default)
    {
        using var turn = await _turns.TakeAsync(document, cancellation);
        return await TakeOnAsync(document, cancellation);
    }

    /// <summary>
    /// The same for whoever was told earlier that the document is due: one that another has looked at meanwhile, and put off, is not downloaded again.
    /// </summary>
    public async Task<Document?> IngestIfDueAsync(Guid document, CancellationToken cancellation = default)
    {
        using var turn = await _turns.TakeAsync(document, cancellation);
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

            return await PostponeAsync(document, "The file changed again and again while it was checked.", cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not DbException and not DbUpdateException)
        {
            IngestionLog.Failed(logger, problem, document);
            return await PostponeAsync(document, "The check could not be finished.", cancellation);
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

        return await RecordVerdictAsync(document, arrival, verdict.Verdict, cancellation)
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
            due = await context.Set<Document>()
                .Where(row => row.State == DocumentState.Expected || row.NextAttempt <= now)
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
            return await DecideAsync(
                document,
                arrival,
                Finding.Refused("size", $"The file is too large. {options.Value.LimitInWords}", arrival.Size),
                kept: null,
                cancellation);
        }

        if (!arrival.IsBlockBlob)
        {
            return await DecideAsync(
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
            if (verdict is ScanVerdict.NoVerdict && Inspect(document, file, cancellation) is { Refusal: not null } refused)
            {
                return await DecideAsync(document, arrival, refused, kept: null, cancellation);
            }

            if (!await RecordVerdictAsync(id, arrival, verdict, cancellation))
            {
                return true;
            }
        }

        var finding = Judge(document, file, cancellation);
        IngestionLog.Checked(logger, id);
        var kept = finding.Refusal is null ? await blobs.StoreAcceptedAsync(document.BlobName, finding.Sha256!, file, cancellation) : null;
        IngestionLog.Kept(logger, id);
        return await DecideAsync(document, arrival, finding, kept, cancellation);
    }

    /// <summary>Whether there is nothing to check: decided, or not here. What is here for the first time is recorded as arrived.</summary>
    private async Task<bool> IsAtRestAsync(Document document, CancellationToken cancellation)
    {
        if (document.IsDecided)
        {
            await DeleteQuarantinedAsync(document, cancellation);
            return true;
        }

        var arrival = await blobs.FindAsync(document.BlobName, cancellation);
        if (arrival is null)
        {
            await MarkMissingAsync(document.Id, cancellation);
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

    private Task MarkMissingAsync(Guid id, CancellationToken cancellation) => ledger.ChangeAsync(id, (document, now) =>
    {
        if (document.State is DocumentState.Expected)
        {
            (document.State, document.NextAttempt) = now < document.Expires ? (document.State, document.NextAttempt) : (DocumentState.NeverCame, null);
        }

        return document.IsSettled || document.State is DocumentState.Expected
            ? null
            : Refuse(document, now, new Refusal("lost", "The file is no longer where it was sent to. Send it again."));
    }, cancellation);

    /// <summary>Takes note of a verdict; true when it is clean. No verdict is not a clean verdict.</summary>
    private async Task<bool> RecordVerdictAsync(Guid id, Arrival arrival, ScanVerdict verdict, CancellationToken cancellation)
    {
        switch (verdict)
        {
            case ScanVerdict.Clean clean:
                await ledger.ChangeAsync(id, (document, now) =>
                {
                    (document.State, document.ScannedETag) = (DocumentState.Scanned, arrival.ETag);
                    (document.Waiting, document.NextAttempt) = (null, now);
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

    /// <summary>What the document is by its content, before anybody reads its lists.</summary>
    private Finding Inspect(Document document, Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        var verdict = _check.Check(file, document.FileName, cancellation);
        return new Finding(verdict.Refusal, verdict.Bytes, verdict.Sha256, verdict.Kind, []) { PassedOver = verdict.PassedOver };
    }

    private Finding Judge(Document document, Stream file, CancellationToken cancellation)
    {
        var found = Inspect(document, file, cancellation);
        if (found.Refusal is not null)
        {
            return found;
        }

        file.Position = 0;
        var (reports, refusal) = ListJudgement.Of(document, file, LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
        return found with { Refusal = refusal, Lists = reports };
    }

    /// <summary>Records the decision, if the blob is still the one that was judged.</summary>
    private async Task<bool> DecideAsync(Document judged, Arrival arrival, Finding finding, string? kept, CancellationToken cancellation)
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
        }, cancellation, (context, document) => Decisions.AlongsideAsync(context, document, finding)))!;
        IngestionLog.Decided(logger, judged.Id, decided.State == DocumentState.Accepted ? "accepted" : $"refused: {decided.RefusalRule}");
        await DeleteQuarantinedAsync(decided, cancellation);
        return true;
    }

    /// <summary>What has been accepted is not kept twice. A refused file stays in quarantine for as long as retention says.</summary>
    private async Task DeleteQuarantinedAsync(Document document, CancellationToken cancellation)
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

    private static Fact? Accept(Document document, Instant now, Finding finding, string kept)
    {
        // Looked at once more, to clear what is left in quarantine.
        (document.State, document.DecidedAt, document.NextAttempt, document.Waiting) = (DocumentState.Accepted, now, now, null);
        (document.AcceptedBlob, document.MediaType) = (kept, KindFacts.Of(finding.Kind!.Value).ContentType);
        return DocumentFact.Accepted(document, now);
    }

    private static Fact? Refuse(Document document, Instant now, Refusal refusal)
    {
        (document.State, document.DecidedAt, document.NextAttempt, document.Waiting) = (DocumentState.Refused, now, null, null);
        (document.RefusalRule, document.Refusal) = (refusal.Rule, refusal.Sentence);
        return DocumentFact.Refused(document, now, refusal.Rule, refusal.Plain);
    }

    private async Task<Document?> PostponeAsync(Guid id, string because, CancellationToken cancellation)
    {
        var postponed = await ledger.ChangeAsync(id, (document, now) =>
        {
            document.Attempts++;
            (document.Waiting, document.NextAttempt) = (because, now + Backoff.After(document.Attempts));
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

    private async Task<Guid?> DocumentOfAsync(string blobName, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Set<Document>().Where(row => row.BlobName == blobName).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);
    }
}

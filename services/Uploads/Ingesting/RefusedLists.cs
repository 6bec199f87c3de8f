using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Takes a list with its errors, where the area cannot mend a true gap in its data in time and still owes the list (¶ 196, 200).</summary>
public sealed class RefusedLists(DocumentLedger ledger, DocumentBlobs blobs, IOptions<UploadOptions> options)
{
    private readonly UploadCheck _check = new(new UploadLimits { FileBytes = options.Value.LargestFile });

    /// <summary>
    /// Takes the list as it is: its findings stay, and inspectors have the file and draw from it. What lies in quarantine must be what was scanned and checked.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="document">The list, refused for its errors.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="reason">Why; the area reads it.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why that cannot be, in a sentence; null when it is recorded.</returns>
    public async Task<string?> TakeAsync(
        Guid inspection,
        Guid document,
        Recorder by,
        string reason,
        int? shown = null,
        CancellationToken cancellation = default)
    {
        if (
            await ledger.FindAsync(document, cancellation) is not { State: DocumentState.Refused, RefusalRule: UploadRefused.ErrorsInAList } row
            || row.Inspection != inspection)
        {
            return "Only a list that was refused for its errors can be taken as it is.";
        }

        await using var file = TemporaryCopy.Create();
        var isHere = await blobs.FindAsync(row.BlobName, cancellation) is { IsBlockBlob: true } found && found.Size <= options.Value.LargestFile
            && await blobs.DownloadAsync(row.BlobName, found, file, cancellation);
        file.Position = 0;
        if (!isHere || _check.Check(file, row.FileName, cancellation) is not { Refusal: null, Kind: { } kind } verdict || verdict.Sha256 != row.Sha256)
        {
            return "The file is no longer here as it was checked. Ask the nominated officer to send it again.";
        }

        var kept = await blobs.StoreAcceptedAsync(row.BlobName, verdict.Sha256!, file, cancellation);
        return await ledger.TakeAsItIsAsync(row, by, reason.Trim(), kept, KindFacts.Of(kind).ContentType, shown, cancellation);
    }
}

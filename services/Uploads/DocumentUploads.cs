using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.Lists.Findings;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Lists;
using Azure.Storage.Blobs.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>Where the area hands in its documents, and inspectors are handed them.</summary>
public sealed class DocumentUploads(
    StoreDatabase database,
    DocumentLedger ledger,
    DocumentBlobs blobs,
    IngestionQueue queue,
    IClock clock,
    IOptions<UploadOptions> options)
{
    /// <summary>The largest file, in a sentence.</summary>
    public string LimitInWords => options.Value.LimitInWords;

    /// <summary>The largest file in bytes.</summary>
    public long LargestFile => options.Value.LargestFile;

    /// <summary>
    /// Gives leave to send one file straight to storage, by a PUT with <c>x-ms-blob-type: BlockBlob</c>. After it, call <see cref="CompletedAsync"/>.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="items">The items that it answers, by key.</param>
    /// <param name="fileName">Its name: data.</param>
    /// <param name="size">Its bytes, as the browser says.</param>
    /// <param name="replaces">The version that it is to take the place of, once accepted. The earlier one stays.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<UploadStart> BeginAsync(
        Guid inspection, Recorder by, IReadOnlyList<string> items, string fileName, long size, Guid? replaces = null, CancellationToken cancellation = default)
    {
        if (size > LargestFile)
        {
            return new UploadStart.Refused(TooLarge);
        }

        var (document, refusal) = await ExpectAsync(inspection, by, items, fileName, size, replaces, cancellation);
        if (refusal is not null)
        {
            return new UploadStart.Refused(refusal);
        }

        var address = await blobs.TicketAsync(document.BlobName, options.Value.TicketLife, cancellation);
        return new UploadStart.Ticket(document.Id, address, document.Expires!.Value);
    }

    /// <summary>The browser says that the file is in; storage is asked whether that is so. Said again, nothing changes.</summary>
    public async Task<UploadEnd> CompletedAsync(Guid inspection, Guid document, CancellationToken cancellation = default)
    {
        if (await ledger.FindAsync(document, cancellation) is not { Paper: null } row || row.Inspection != inspection)
        {
            return new UploadEnd.Refused("There is no such file. Send it again.");
        }

        if (row.ArrivedAt is not null)
        {
            return new UploadEnd.Arrived(row);
        }

        return await blobs.FindAsync(row.BlobName, cancellation) is not { } arrival
            ? new UploadEnd.Refused("The file has not come in. Send it again.")
            : await ArrivedAsync(document, arrival, cancellation);
    }

    /// <summary>Takes a file that is posted through the site, passing it on to storage as it comes.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="items">The items that it answers, by key.</param>
    /// <param name="fileName">Its name: data.</param>
    /// <param name="content">The file.</param>
    /// <param name="replaces">The version that it is to take the place of, once accepted. The earlier one stays.</param>
    /// <param name="form">The one-time identifier of the form that it came with: the same file, sent with the same form again, is stored once.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<UploadEnd> ReceiveAsync(
        Guid inspection,
        Recorder by,
        IReadOnlyList<string> items,
        string fileName,
        Stream content,
        Guid? replaces = null,
        Guid? form = null,
        CancellationToken cancellation = default)
    {
        var (document, refusal) = await ExpectAsync(inspection, by, items, fileName, size: 0, replaces, cancellation);
        return refusal is not null ? new UploadEnd.Refused(refusal) : await TakeInAsync(document, content, form, cancellation);
    }

    /// <summary>
    /// Takes a paper, to be recorded with what it is the paper of (<see cref="Papers.PaperUploads"/>).
    /// Until then no fact tells of it, and it is checked all the same.
    /// </summary>
    internal async Task<UploadEnd> HoldAsync(
        Guid inspection, Recorder by, PaperKind kind, string fileName, Stream content, Guid? form, CancellationToken cancellation)
    {
        var (document, refusal) = await ExpectAsync(inspection, by, [], fileName, size: 0, replaces: null, cancellation, kind.Key);
        return refusal is not null ? new UploadEnd.Refused(refusal) : await TakeInAsync(document, content, form, cancellation);
    }

    private async Task<UploadEnd> TakeInAsync(Document document, Stream content, Guid? form, CancellationToken cancellation)
    {
        string? posted;
        try
        {
            var blob = await blobs.QuarantineAsync(document.BlobName, cancellation);
            await using var limited = new LimitedStream(content, LargestFile);
            await using var passing = new FingerprintStream(limited);
            await blob.UploadAsync(
                passing,
                new BlobUploadOptions
                {
                    Metadata = DocumentBlobs.PostedBy(form),
                    TransferOptions = new()
                    {
                        InitialTransferSize = 4 << 20,
                        MaximumTransferSize = 4 << 20,
                        MaximumConcurrency = 1,
                    },
                },
                cancellation);
            posted = form is { } id ? PostedWith(id, document, passing.Fingerprint) : null;
        }
        catch (TooLargeException)
        {
            // Nothing of it stays: storage keeps the pieces of a blob only once the whole is confirmed.
            return new UploadEnd.Refused(TooLarge);
        }

        return await blobs.FindAsync(document.BlobName, cancellation) is not { } arrival ? new UploadEnd.Refused("The file has not come in. Send it again.")
            : posted is null ? await ArrivedAsync(document.Id, arrival, cancellation)
            : await PostedAsync(document, arrival, posted, cancellation);
    }

    /// <summary>Everything that has come in, all versions, the latest first.</summary>
    public async Task<IReadOnlyList<Document>> ListAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<Document>().AsNoTracking()
            .Where(row => row.Inspection == inspection && row.ArrivedAt != null && row.Paper == null)
            .OrderByDescending(row => row.ArrivedAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellation);
    }

    /// <summary>A document of this inspection, or null: for a receipt (name, size, fingerprint, time).</summary>
    public async Task<Document?> FindAsync(Guid inspection, Guid document, CancellationToken cancellation = default) =>
        await ledger.FindAsync(document, cancellation) is { Paper: null } row && row.Inspection == inspection ? row : null;

    /// <summary>What was found in the lists of a document: for a page, and for <c>FindingsWorkbook.Write</c>. Empty for documents without lists.</summary>
    public async Task<IReadOnlyList<ListReport>> FindingsAsync(Guid inspection, Guid document, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<Document>().AnyAsync(row => row.Id == document && row.Inspection == inspection, cancellation)
            ? await ListFindings.ReadAsync(context, document, cancellation)
            : [];
    }

    /// <summary>
    /// Opens an accepted document, and puts that in the access log first. Null when there is none, or it has not been accepted; that somebody asked for one is
    /// logged too.
    /// </summary>
    public async Task<OpenDocument?> OpenAsync(Guid inspection, Guid document, Recorder by, CancellationToken cancellation = default) =>
        await FindAsync(inspection, document, cancellation) is { } row ? await OpenAsync(row, by, isGiven: true, cancellation) : null;

    /// <summary>Opens what has been accepted, and puts into the access log that somebody asked for it.</summary>
    /// <param name="row">The document.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="isGiven">Whether it may be theirs; that it may not is logged too.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<OpenDocument?> OpenAsync(Document row, Recorder by, bool isGiven, CancellationToken cancellation)
    {
        await using (var context = database.Open())
        {
            var what = row.AcceptedBlob is null || !isGiven ? AccessRecord.DownloadRefused : AccessRecord.Download;
            context.Set<AccessRecord>().Add(
                new AccessRecord
                {
                    Inspection = row.Inspection,
                    Document = row.Id,
                    What = what,
                    Role = by.Role,
                    Person = by.Person,
                    At = clock.GetCurrentInstant(),
                });
            await context.SaveChangesAsync(cancellation);
        }

        if (!isGiven || row.AcceptedBlob is not { } name)
        {
            return null;
        }

        if (!await blobs.IsKeptAsync(name, cancellation))
        {
            await ledger.LoseAsync(row, cancellation);
            return null;
        }

        var blob = await blobs.AcceptedAsync(name, cancellation);
        return new OpenDocument(row, await blob.OpenReadAsync(cancellationToken: cancellation), row.Size, row.MediaType ?? "application/octet-stream");
    }

    /// <summary>Who opened what in this inspection, the latest first.</summary>
    public async Task<IReadOnlyList<AccessRecord>> AccessAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<AccessRecord>().AsNoTracking()
            .Where(row => row.Inspection == inspection).OrderByDescending(row => row.Id).ToListAsync(cancellation);
    }

    private string TooLarge => $"The file is too large. {LimitInWords}";

    private async Task<UploadEnd> PostedAsync(Document document, Arrival arrival, string posted, CancellationToken cancellation)
    {
        var row = await ledger.ArriveAsync(document.Id, arrival, posted, cancellation);
        if (row is null || row.Id == document.Id)
        {
            return Arrived(document.Id, row);
        }

        await blobs.DeleteQuarantinedAsync(document.BlobName, arrival.ETag, cancellation);
        return new UploadEnd.Arrived(row) { Again = true };
    }

    internal static string PostedWith(Guid form, Document document, string fingerprint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{document.Inspection} {document.Person} {form} {document.Replaces} {document.Paper} {string.Join(',', document.Items.Order(StringComparer.Ordinal))} {fingerprint} {document.FileName}")));

    private async Task<UploadEnd> ArrivedAsync(Guid document, Arrival arrival, CancellationToken cancellation) =>
        Arrived(document, await ledger.ArriveAsync(document, arrival, cancellation));

    private UploadEnd Arrived(Guid document, Document? row)
    {
        if (row is null or { State: DocumentState.Refused })
        {
            return new UploadEnd.Refused(row?.Refusal ?? "There is no such file. Send it again.");
        }

        queue.Announce(document);
        return new UploadEnd.Arrived(row);
    }

    private async Task<(Document Document, string? Refusal)> ExpectAsync(
        Guid inspection, Recorder by, IReadOnlyList<string> items, string fileName, long size, Guid? replaces, CancellationToken cancellation,
        string? paper = null)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetCurrentInstant());
        List<string> children = [.. items.Select(item => item.Split('/') is [_, var child] ? child : null).OfType<string>().Distinct()];
        var document = new Document
        {
            Id = id,
            Inspection = inspection,
            Person = by.Person,
            Items = [.. items.Distinct()],
            FileName = Storable(fileName),
            Salt = NameMark.NewSalt(),
            BlobName = $"{inspection}/{id}",
            BegunAt = now,
            Expires = now + Duration.FromTimeSpan(options.Value.TicketLife),
            NextAttempt = now + Duration.FromTimeSpan(options.Value.TicketLife),
            State = DocumentState.Expected,
            Size = size,
            Replaces = replaces,
            Child = children.FirstOrDefault(),
            Paper = paper,
        };
        var refusal = children.Count > 1 ? "Send the documents of each child by themselves."
            : replaces is { } earlier && await FindAsync(inspection, earlier, cancellation) is null ? "The file that this one is to replace is not here."
            : await ledger.ExpectAsync(document, cancellation);
        return (document, refusal);
    }

    /// <summary>The name as a database can hold it: no NUL, no half characters, not without end. Its ending is kept.</summary>
    private static string Storable(string fileName)
    {
        var whole = string.Concat(fileName.EnumerateRunes().Where(rune => rune.Value != 0).Select(rune => rune.ToString()));
        return whole.Length <= UploadOptions.LongestName
            ? whole
            : string.Concat(whole[^UploadOptions.LongestName..].EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
    }
}

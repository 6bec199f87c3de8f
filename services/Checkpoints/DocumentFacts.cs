using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Checkpoints;

/// <summary>A document that is not what the events say of it.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Document">The document.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record WrongDocument(Guid Inspection, Guid Document, string What);

/// <summary>
/// What events say of documents, to hold the table of documents against: its rows are no part of the chain, and their fingerprints stand in receipts.
/// </summary>
internal sealed class DocumentFacts
{
    private readonly Dictionary<Guid, (Guid Inspection, Fact Fact)> _last = [];
    private readonly HashSet<Guid> _disposed = [];

    /// <summary>Takes note of an event.</summary>
    public void Read(Guid inspection, InspectionEvent happened)
    {
        if (happened is DisposedOf disposed)
        {
            _disposed.UnionWith(disposed.Documents);
        }

        Guid? document = happened switch
        {
            UploadArrived arrived => arrived.Document,
            UploadAccepted accepted => accepted.Document,
            ListTakenAsItIs taken => taken.Document,
            UploadRefused refused => refused.Document,
            PaperFiled filed => filed.Document,
            PaperAccepted accepted => accepted.Document,
            PaperRefused refused => refused.Document,
            _ => null,
        };
        if (document is { } id)
        {
            _last[id] = (inspection, (Fact)happened);
        }
    }

    /// <summary>The documents that are not what they were recorded as.</summary>
    public async Task<IReadOnlyList<WrongDocument>> CompareAsync(StoreContext context, CancellationToken cancellation)
    {
        var rows = await context.Set<Document>().AsNoTracking().ToDictionaryAsync(row => row.Id, cancellation);
        var wrong = rows.Values.Select(row => (row.Inspection, row.Id, What: Wrong(row)))
            .Concat(
                _last.Where(known => !rows.ContainsKey(known.Key))
                    .Select(known => (known.Value.Inspection, known.Key, What: (string?)"The events tell of it, and the table of documents does not hold it.")));
        return
        [
            .. from found in wrong
            where found.What is not null
            orderby found.Inspection, found.Item2
            select new WrongDocument(found.Inspection, found.Item2, found.What!),
        ];
    }

    private string? Wrong(Document row)
    {
        var (inspection, fact) = _last.GetValueOrDefault(row.Id);
        var kept = fact switch
        {
            UploadAccepted accepted => (accepted.Bytes, accepted.Sha256),
            ListTakenAsItIs taken => (taken.Bytes, taken.Sha256),
            PaperAccepted accepted => (accepted.Bytes, accepted.Sha256),
            _ => ((long Bytes, string Sha256)?)null,
        };
        return fact is not null && inspection != row.Inspection ? "It was put to another inspection than the events say."
            : kept is { } recorded
            && (
                row.State != (_disposed.Contains(row.Id) ? DocumentState.Disposed : DocumentState.Accepted)
                || row.Size != recorded.Bytes
                || !string.Equals(row.Sha256, recorded.Sha256, StringComparison.OrdinalIgnoreCase))
                ? "The events accepted another file: its size, its fingerprint or its state was changed."
            : row.State == DocumentState.Disposed && !_disposed.Contains(row.Id) ? "It stands as disposed of, and no event disposed of it."
            : _disposed.Contains(row.Id) && (row.State != DocumentState.Disposed || row.FileName.Length > 0)
                ? "The events say that it was disposed of, and it stands there."
            : kept is null && row is { State: DocumentState.Accepted, IsHeld: false } ? "It stands as accepted, and no event accepted it."
            : null;
    }
}

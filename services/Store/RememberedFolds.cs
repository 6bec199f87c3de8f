using AreaSend.Core.Inspections;

namespace AreaSend.Services.Store;

/// <summary>
/// The inspections that were read last, each beside the very rows that it was read from: what was checked and folded once is not again, as long as the store
/// holds the same rows, each to the letter. Safe to share.
/// </summary>
internal sealed class RememberedFolds
{
    // An engine's batch, and those whose pages are open.
    private const int Most = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Fold> _byInspection = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>
    /// The inspection as it was when it had only the first of these rows; null where it is not remembered, or one of those is no longer what it was.
    /// </summary>
    public LoadedInspection? Find(Guid inspection, IReadOnlyList<EventRow> rows)
    {
        Fold? fold;
        lock (_lock)
        {
            fold = _byInspection.GetValueOrDefault(inspection);
        }

        return fold is not null && fold.Rows.Count <= rows.Count && fold.Rows.Zip(rows).All(pair => IsSame(pair.First, pair.Second)) ? fold.Loaded : null;
    }

    /// <summary>Remembers one, and forgets the one remembered first when there are too many.</summary>
    public void Keep(LoadedInspection loaded, IReadOnlyList<EventRow> rows)
    {
        lock (_lock)
        {
            if (!_byInspection.ContainsKey(loaded.Id))
            {
                _order.Enqueue(loaded.Id);
            }

            _byInspection[loaded.Id] = new Fold(loaded, rows);
            if (_order.Count > Most)
            {
                _byInspection.Remove(_order.Dequeue());
            }
        }
    }

    private static bool IsSame(EventRow one, EventRow other) =>
        one.Seq == other.Seq && one.RecordedAt == other.RecordedAt && one.By == other.By && one.Kind == other.Kind
        && one.Payload == other.Payload && one.PreviousHash == other.PreviousHash && one.Hash == other.Hash;

    private sealed record Fold(LoadedInspection Loaded, IReadOnlyList<EventRow> Rows);
}

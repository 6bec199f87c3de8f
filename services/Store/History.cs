using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Store;

/// <summary>The events of one inspection as they are stored, in order.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Head">How many its own row says there are.</param>
/// <param name="Rows">Those that are there.</param>
internal sealed record History(Guid Inspection, int Head, IReadOnlyList<EventRow> Rows)
{
    // In one look at the store: what is recorded in between would make the events too many or too few.
    private static readonly CompiledQuery<IReadOnlyCollection<Guid>, StoredEvent> Stored = new((context, inspections) =>
        from head in context.Inspections
        where inspections.Contains(head.Id)
        join row in context.Events.AsNoTracking() on head.Id equals row.Inspection into rows
        from row in rows.DefaultIfEmpty()
        orderby head.Id, row.Seq
        select new StoredEvent(head.Id, head.HeadSeq, row));

    /// <summary>Those of several inspections; none for one that does not exist.</summary>
    public static async Task<IReadOnlyList<History>> ReadAsync(StoreContext context, IReadOnlyCollection<Guid> inspections, CancellationToken cancellation) =>
    [
        .. (await Stored.ListAsync(context, inspections, cancellation)).GroupBy(stored => (stored.Inspection, stored.Head))
            .Select(stored => new History(stored.Key.Inspection, stored.Key.Head, [.. stored.Select(one => one.Row).OfType<EventRow>()])),
    ];

    private sealed record StoredEvent(Guid Inspection, int Head, EventRow? Row);
}

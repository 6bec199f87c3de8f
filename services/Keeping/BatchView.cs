using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Keeping;

/// <summary>A batch with what is in it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Items">What is in it, what has been kept longest first.</param>
public sealed record BatchView(DisposalBatch Batch, IReadOnlyList<DisposalItem> Items)
{
    /// <summary>The version for the form that confirms it to carry.</summary>
    public string Version => RowVersion.Of(
        [Batch.ConfirmedAt is null ? "" : "confirmed", .. Items.Select(item => item.Id.ToString()).Order(StringComparer.Ordinal)]);

    internal static async Task<BatchView?> FindAsync(StoreContext context, Guid batch, CancellationToken cancellation) =>
        await context.Set<DisposalBatch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == batch, cancellation) is { } found
            ? new BatchView(
                found,
                [
                    .. (await context.Set<DisposalItem>().AsNoTracking().Where(item => item.Batch == batch).ToListAsync(cancellation))
                        .OrderBy(item => item.Anchor)
                        .ThenBy(item => item.Id),
                ])
            : null;
}

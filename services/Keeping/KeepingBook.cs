using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Keeping;

/// <summary>What is proposed, held and disposed of, for pages.</summary>
public sealed class KeepingBook(StoreDatabase database, EventStream stream)
{
    private const int MostShown = 30;
    private static readonly string Held = InspectionEvent.KindOf(typeof(KeptForLonger));

    /// <summary>The batches that wait for an administrator, by rule.</summary>
    public async Task<IReadOnlyList<BatchView>> WaitingAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var waiting = await context.Set<DisposalBatch>().AsNoTracking().Where(batch => batch.ConfirmedAt == null).ToListAsync(cancellation);
        return await ViewsAsync(context, waiting.OrderBy(batch => batch.Rule, StringComparer.Ordinal), cancellation);
    }

    /// <summary>The batches confirmed last, the latest first.</summary>
    public async Task<IReadOnlyList<BatchView>> ConfirmedAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var confirmed = await context.Set<DisposalBatch>().AsNoTracking()
            .Where(batch => batch.ConfirmedAt != null)
            .OrderByDescending(batch => batch.ConfirmedAt)
            .Take(MostShown)
            .ToListAsync(cancellation);
        return await ViewsAsync(context, confirmed, cancellation);
    }

    /// <summary>A batch, or null.</summary>
    public async Task<BatchView?> FindAsync(Guid batch, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await BatchView.FindAsync(context, batch, cancellation);
    }

    /// <summary>The areas of these inspections, by inspection.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> AreasAsync(IReadOnlyCollection<Guid> inspections, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Inspections.AsNoTracking()
            .Where(row => inspections.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Area, cancellation);
    }

    /// <summary>The inspections that are kept for longer than the schedule says, with the decisions that stand.</summary>
    public async Task<IReadOnlyList<(LoadedInspection Inspection, RecordedEvent Hold)>> HoldsAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var holds = new List<(LoadedInspection, RecordedEvent)>();
        var ever = await context.Events.AsNoTracking().Where(row => row.Kind == Held).Select(row => row.Inspection).Distinct().ToListAsync(cancellation);
        foreach (var id in ever)
        {
            if (await stream.FindAsync(context, id, cancellation) is { } inspection)
            {
                var standing = KeepingRules.Holds(inspection.Case);
                holds.AddRange(
                    from recorded in inspection.Case.Events
                    where recorded.Event is KeptForLonger hold && standing.Contains(hold)
                    select (inspection, recorded));
            }
        }

        return [.. holds.OrderByDescending(hold => hold.Item2.RecordedAt)];
    }

    private static async Task<IReadOnlyList<BatchView>> ViewsAsync(StoreContext context, IEnumerable<DisposalBatch> batches, CancellationToken cancellation)
    {
        var views = new List<BatchView>();
        foreach (var batch in batches)
        {
            views.Add((await BatchView.FindAsync(context, batch.Id, cancellation))!);
        }

        return views;
    }
}

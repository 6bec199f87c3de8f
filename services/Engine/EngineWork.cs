using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What waits for its time, whichever engine takes it: inspections to be taken forward, notices to be sent, documents to be looked at.</summary>
public sealed class EngineWork(StoreDatabase database)
{
    // The first of each, from its index.
    private static readonly CompiledQuery<Instant, Instant?> Earliest = new((context, by) =>
        context.Inspections.Where(InspectionRow.IsDue(by)).OrderBy(row => row.WakeAt).Select(row => row.WakeAt).Take(1)
            .Concat(context.Notices.Where(OutboxNotice.IsDue(by)).OrderBy(row => row.NextAttempt).Select(row => row.NextAttempt).Take(1)));

    /// <summary>The inspections with anything that is due by a moment.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(Instant by, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var due = new HashSet<Guid>();
        foreach (var inspections in Due(context, by))
        {
            due.UnionWith(await inspections.Distinct().ToListAsync(cancellation));
        }

        return [.. due];
    }

    /// <summary>Whether anything of an inspection is due by a moment.</summary>
    public async Task<bool> IsDueAsync(Guid inspection, Instant by, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        foreach (var inspections in Due(context, by))
        {
            if (await inspections.ContainsAsync(inspection, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The earliest moment at which the clock alone brings anything about: an inspection to be taken forward or a notice to be sent; it may have passed.
    /// Null when there is none. Documents come when somebody sends them, and whoever is told of one looks at it beside the engine.
    /// </summary>
    public async Task<Instant?> NextByClockAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (await Earliest.ListAsync(context, Instant.MaxValue, cancellation)).Min();
    }

    /// <summary>Every inspection from which, or for which, anything is still expected, whenever that is.</summary>
    public async Task<IReadOnlyList<Guid>> ExpectedAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var open = await context.Inspections.Where(row => !row.Ended).Select(row => row.Id).ToListAsync(cancellation);
        return [.. open.Union(await DueAsync(Instant.MaxValue, cancellation))];
    }

    private static IQueryable<Guid>[] Due(StoreContext context, Instant by) =>
    [
        context.Inspections.Where(InspectionRow.IsDue(by)).Select(row => row.Id),
        context.Notices.Where(OutboxNotice.IsDue(by)).Select(row => row.Inspection),
        context.Set<Document>().Where(Document.IsDue(by)).Select(row => row.Inspection),
    ];
}

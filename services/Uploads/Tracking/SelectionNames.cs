using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Uploads.Tracking;

/// <summary>
/// The unique IDs of a selection that was recorded without a draw, entered by inspectors so that the nominated officer can see them. No event tells
/// of it: the record already says how many were selected, and IDs stand in no event.
/// </summary>
public sealed class SelectionNames(StoreDatabase database, InspectionStore inspections, AcceptedLists lists, IClock clock)
{
    /// <summary>Keeps them, in the place of those entered before.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who enters them.</param>
    /// <param name="uniqueIds">The children, in the order of their letters.</param>
    /// <param name="seen">The version that the form was shown for; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Naming> EnterAsync(
        Guid inspection, Recorder by, IReadOnlyList<string> uniqueIds, string? seen = null, CancellationToken cancellation = default)
    {
        if (await WhyNotAsync(inspection, uniqueIds, cancellation) is { } because)
        {
            return new Naming.Refused(because);
        }

        var isKept = await RowVersion.WriteAsync(database, seen, context => VersionAsync(context, inspection, cancellation), async context =>
        {
            context.Set<TrackedChildRow>().RemoveRange(
                await context.Set<TrackedChildRow>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
            await context.SaveChangesAsync(cancellation);
            context.Set<TrackedChildRow>().AddRange(Rows(inspection, uniqueIds, _ => true));
            context.Set<AccessRecord>().Add(AccessRecord.Of(inspection, AccessRecord.SelectionNamed, by, clock.GetCurrentInstant()));
        }, cancellation);
        return isKept ? new Naming.Kept() : new Naming.Changed();
    }

    /// <summary>The version of the IDs that are kept, for a form to carry.</summary>
    public async Task<string> VersionAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, inspection, cancellation);
    }

    internal static IEnumerable<TrackedChildRow> Rows(Guid inspection, IReadOnlyList<string> uniqueIds, Func<string, bool> byHand) =>
        uniqueIds.Select(
            (id, place) =>
                new TrackedChildRow
                {
                    Inspection = inspection,
                    Letter = ((char)('A' + place)).ToString(),
                    UniqueId = id,
                    ByHand = byHand(id),
                });

    private static async Task<string> VersionAsync(StoreContext context, Guid inspection, CancellationToken cancellation) =>
        RowVersion.Of(
            await context.Set<TrackedChildRow>().AsNoTracking()
                .Where(row => row.Inspection == inspection).OrderBy(row => row.Letter).ToListAsync(cancellation));

    private async Task<string?> WhyNotAsync(Guid inspection, IReadOnlyList<string> uniqueIds, CancellationToken cancellation)
    {
        if (await inspections.FindAsync(inspection, cancellation) is not { } loaded)
        {
            return "There is no such inspection.";
        }

        await using var context = database.Open();
        var isDrawn = await context.Set<TrackingDrawRow>().AnyAsync(row => row.Inspection == inspection, cancellation);
        var (documents, roll) = await lists.ReadAsync(inspection, cancellation);
        return NamingRules.WhyNot(loaded.Case.TrackedChildren, isDrawn, uniqueIds, documents.Count == 0 ? null : roll);
    }
}

/// <summary>What became of unique IDs that were entered.</summary>
public abstract record Naming
{
    private Naming()
    {
    }

    /// <summary>They are kept.</summary>
    public sealed record Kept : Naming;

    /// <summary>Somebody entered others since the form was shown, and those stand.</summary>
    public sealed record Changed : Naming;

    /// <summary>They are not kept.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : Naming;
}

using System.Globalization;
using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Lists.Tracking;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Uploads.Tracking;

/// <summary>
/// Offers inspectors children and young people to track, from the accepted lists (¶ 90 to 92), and keeps whom they select. The nominated officer,
/// who must ask the families (¶ 93), learns the unique IDs behind sign-in; everyone else knows the children by their letters.
/// </summary>
public sealed class ChildSelection(StoreDatabase database, FactRecording recording, AcceptedLists lists, IClock clock)
{
    /// <summary>Draws from the accepted lists. Nothing is kept.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="seed">What to draw by; null for a new seed. The same seed gives the same children.</param>
    /// <param name="number">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TrackingOffer> OfferAsync(
        Guid inspection, ulong? seed = null, int number = HandbookConstraints.UsualNumber, CancellationToken cancellation = default)
    {
        var drawnBy = seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        var (documents, roll) = await lists.ReadAsync(inspection, cancellation);
        return documents.Count == 0
            ? new TrackingOffer.Refused("No person-level list has been accepted yet, so there is nobody to draw from.")
            : new TrackingOffer.Drawn(TrackingDraw.Draw(roll.Candidates, drawnBy, number), drawnBy, roll.Candidates.Count, roll.Repeated);
    }

    /// <summary>What children of the inspectors' own choice would show between them; to be asked after every change by hand. Nothing is kept.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="seed">The seed of the draw that the choice began with.</param>
    /// <param name="uniqueIds">The children, in the order of their letters.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TrackingOffer> WeighAsync(Guid inspection, ulong seed, IReadOnlyList<string> uniqueIds, CancellationToken cancellation = default)
    {
        var (_, roll) = await lists.ReadAsync(inspection, cancellation);
        return Weigh(roll, seed, uniqueIds);
    }

    /// <summary>Keeps the selection and opens items 7.1 to 7.7 for each child. The event says only how many there are.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who selects.</param>
    /// <param name="seed">The seed of the draw that the choice began with.</param>
    /// <param name="uniqueIds">The children, in the order of their letters.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that the inspector decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why that cannot be, in a sentence; null when it is recorded.</returns>
    public async Task<string?> SelectAsync(
        Guid inspection, Recorder by, ulong seed, IReadOnlyList<string> uniqueIds, int? shown = null, CancellationToken cancellation = default)
    {
        var (documents, roll) = await lists.ReadAsync(inspection, cancellation);
        if (Weigh(roll, seed, uniqueIds) is not TrackingOffer.Drawn chosen)
        {
            return ((TrackingOffer.Refused)Weigh(roll, seed, uniqueIds)).Because;
        }

        var drawn = TrackingDraw.Draw(roll.Candidates, seed, uniqueIds.Count).Children.Select(child => child.Child.UniqueId).ToHashSet();
        var recorded = await recording.RecordAsync(inspection, by, [(_, _, now) => new ChildrenSelected(now, uniqueIds.Count)], shown, (context, _, now) =>
        {
            context.Set<TrackingDrawRow>().Add(Row(inspection, by, seed, documents, chosen.Selection, now));
            context.Set<TrackedChildRow>().AddRange(SelectionNames.Rows(inspection, uniqueIds, id => !drawn.Contains(id)));
            return Task.CompletedTask;
        }, cancellation);
        return recorded.WhyNot;
    }

    /// <summary>
    /// The selection with its unique IDs, for inspectors and the area's nominated officer; that it was looked at goes into the access log.
    /// Null while nobody has drawn or entered one.
    /// </summary>
    public async Task<TrackingRecord?> OpenAsync(Guid inspection, Recorder by, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var draw = await context.Set<TrackingDrawRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Inspection == inspection, cancellation);
        var children = await context.Set<TrackedChildRow>().AsNoTracking()
            .Where(row => row.Inspection == inspection)
            .OrderBy(row => row.Letter)
            .ToListAsync(cancellation);
        if (draw is null && children.Count == 0)
        {
            return null;
        }

        context.Set<AccessRecord>().Add(AccessRecord.Of(inspection, AccessRecord.Selection, by, clock.GetCurrentInstant()));
        await context.SaveChangesAsync(cancellation);
        return new TrackingRecord(draw, children);
    }

    private static TrackingOffer Weigh(CandidateRoll roll, ulong seed, IReadOnlyList<string> uniqueIds)
    {
        var known = roll.Candidates.ToDictionary(child => child.UniqueId);
        return uniqueIds.FirstOrDefault(id => !known.ContainsKey(id)) is { } missing
                ? new TrackingOffer.Refused($"No accepted list has a child or young person with the unique ID {missing}.")
            : uniqueIds.Distinct().Count() < uniqueIds.Count ? new TrackingOffer.Refused("A child or young person can be selected only once.")
            : new TrackingOffer.Drawn(
                Selection.Of([.. uniqueIds.Select(id => known[id])], HandbookConstraints.All),
                seed,
                roll.Candidates.Count,
                roll.Repeated);
    }

    private static TrackingDrawRow Row(Guid inspection, Recorder by, ulong seed, IReadOnlyList<Guid> documents, Selection selection, Instant now) => new()
    {
        Inspection = inspection,
        Seed = seed.ToString(CultureInfo.InvariantCulture),
        Documents = [.. documents],
        Unmet = [.. selection.Unmet.Select(unmet => unmet.Because)],
        By = by,
        SelectedAt = now,
    };
}

/// <summary>Children and young people to choose from, or why there are none.</summary>
public abstract record TrackingOffer
{
    private TrackingOffer()
    {
    }

    /// <summary>These.</summary>
    /// <param name="Selection">The children with their reasons, and what they do not meet.</param>
    /// <param name="Seed">What was drawn by.</param>
    /// <param name="From">How many the lists name, each counted once.</param>
    /// <param name="Repeated">How many rows name somebody again, mostly a child in both lists.</param>
    public sealed record Drawn(Selection Selection, ulong Seed, int From, int Repeated) : TrackingOffer;

    /// <summary>None.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : TrackingOffer;
}

/// <summary>Whom inspectors selected.</summary>
/// <param name="Draw">How it came about; null where the selection was recorded without a draw.</param>
/// <param name="Children">The children, by letter.</param>
public sealed record TrackingRecord(TrackingDrawRow? Draw, IReadOnlyList<TrackedChildRow> Children);

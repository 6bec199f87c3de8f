using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>An event, and whose it is.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Area">Three-figure code of its area.</param>
/// <param name="Edition">Id of the edition that its inspection is under.</param>
/// <param name="Kind">Key of the kind of its inspection.</param>
/// <param name="Recorded">The event.</param>
/// <param name="Notices">Which notices were raised under the keys that the events of this inspection name.</param>
public sealed record RecentEvent(
    Guid Inspection, string Area, string Edition, string Kind, RecordedEvent Recorded, IReadOnlyDictionary<string, NoticeRaised> Notices);

/// <summary>What has happened lately, over all inspections.</summary>
public sealed class RecentEvents(StoreDatabase database)
{
    /// <summary>
    /// The events recorded since a moment, in the order in which they were; the last of them, where there are more than <paramref name="most"/>.
    /// </summary>
    public async Task<IReadOnlyList<RecentEvent>> SinceAsync(Instant since, int most, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await (
            from recorded in context.Events.AsNoTracking()
            join inspection in context.Inspections.AsNoTracking() on recorded.Inspection equals inspection.Id
            where recorded.RecordedAt >= since
            orderby recorded.RecordedAt descending, recorded.Inspection, recorded.Seq descending
            select new { Row = recorded, inspection.Area, inspection.Edition, inspection.Kind }).Take(most).ToListAsync(cancellation);
        var theirs = rows.Select(found => found.Row.Inspection).Distinct().ToList();
        var notices = (
            await context.Notices.AsNoTracking()
                .Where(notice => theirs.Contains(notice.Inspection))
                .Select(notice => new
                {
                    notice.Inspection,
                    notice.Key,
                    notice.Template,
                    notice.Role,
                })
                .ToListAsync(cancellation)).ToLookup(notice => notice.Inspection)
                .ToDictionary(
                    ofOne => ofOne.Key,
                    ofOne => ofOne.ToDictionary(notice => notice.Key, notice => new NoticeRaised(notice.Key, notice.Template, notice.Role)));
        // What cannot be read is left out here: the worklist names its inspection.
        return
        [
            .. from found in rows.AsEnumerable().Reverse()
            where found.Row.Hash == EventHash.Of(found.Row)
            let happened = EventChain.EventOf(found.Row)
            where happened is not null
            select new RecentEvent(
                found.Row.Inspection,
                found.Area,
                found.Edition,
                found.Kind,
                new RecordedEvent(found.Row.Seq, found.Row.RecordedAt, Recorder.Read(found.Row.By), happened),
                notices.GetValueOrDefault(found.Row.Inspection, [])),
        ];
    }
}

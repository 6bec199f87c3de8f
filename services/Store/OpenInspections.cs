using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Store;

/// <summary>An inspection that somebody may still have to do something about.</summary>
/// <param name="Row">Its summary.</param>
/// <param name="Loaded">The inspection; null when it could not be read.</param>
/// <param name="Unreadable">Why it could not be read, in a sentence; null when it could.</param>
public sealed record OpenInspection(InspectionRow Row, LoadedInspection? Loaded, string? Unreadable);

/// <summary>
/// Reads all inspections that are open, or have ended with a notice that was not delivered: their events in one query, whatever their number. Each is read
/// and checked again only after something has happened to it; its own pages, the engine and <see cref="ChainVerifier"/> check it every time.
/// </summary>
public sealed class OpenInspections(StoreDatabase database, EventStream stream)
{
    private readonly ConcurrentDictionary<Guid, LoadedInspection> _known = new();

    /// <summary>In order of the first on-site day. One that cannot be read says why, and stops no other.</summary>
    public async Task<IReadOnlyList<OpenInspection>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await Open(context).AsNoTracking().OrderBy(row => row.OnSiteStarts).ToListAsync(cancellation);
        List<Guid> changed = [.. rows.Where(row => Known(row) is null).Select(row => row.Id)];
        var events = changed.Count == 0 ? [] : await context.Events.AsNoTracking()
            .Where(recorded => changed.Contains(recorded.Inspection))
            .OrderBy(recorded => recorded.Inspection).ThenBy(recorded => recorded.Seq)
            .ToListAsync(cancellation);
        var byInspection = events.ToLookup(recorded => recorded.Inspection);
        var read = new List<OpenInspection>(rows.Count);
        foreach (var row in rows)
        {
            read.Add(Known(row) is { } loaded ? new OpenInspection(row, loaded, null) : await ReadAsync(context, row, [.. byInspection[row.Id]], cancellation));
        }

        foreach (var ended in _known.Keys.Except(rows.Select(row => row.Id)))
        {
            _known.TryRemove(ended, out _);
        }

        return read;
    }

    private LoadedInspection? Known(InspectionRow row) => _known.TryGetValue(row.Id, out var loaded) && loaded.HeadHash == row.HeadHash ? loaded : null;

    private static IQueryable<InspectionRow> Open(StoreContext context) =>
        context.Inspections.Where(row =>
            !row.Ended
            || context.Notices.Any(notice =>
                notice.Inspection == row.Id
                && (notice.State == NoticeState.Dead || notice.State == NoticeState.NoAddress || notice.State == NoticeState.HeldBack)));

    private async Task<OpenInspection> ReadAsync(StoreContext context, InspectionRow row, IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        try
        {
            return events.Count >= row.HeadSeq && events.Count > 0 && events[^1].Seq == events.Count
                ? new OpenInspection(row, _known[row.Id] = await stream.FoldAsync(context, row.Id, events, cancellation), null)
                : throw new BrokenChainException(row.Id, $"{row.HeadSeq} events were recorded and {events.Count} are there");
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not System.Data.Common.DbException)
        {
            return new OpenInspection(row, null, Sentence(row, problem));
        }
    }

    private static string Sentence(InspectionRow row, Exception problem) => problem is BrokenChainException or OutsideCalendarException
        ? problem.Message
        : $"Inspection {row.Id} cannot be read: {problem.Message}";
}

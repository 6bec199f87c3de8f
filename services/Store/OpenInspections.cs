using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Core.Rules;
using AreaSend.Services.Areas;
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
    private readonly ConcurrentDictionary<Guid, OpenInspection> _known = new();

    /// <summary>In order of the first on-site day. One that cannot be read says why, and stops no other.</summary>
    public async Task<IReadOnlyList<OpenInspection>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var states = await StatesAsync(context, cancellation);
        List<Guid> changed = [.. states.Where(state => !IsKnown(state)).Select(state => state.Id)];
        var read = await ReadAsync(context, changed, cancellation);
        // Who sees some alone does not know of the others whether they have ended.
        foreach (var ended in Sight.Current.IsLimited ? [] : _known.Keys.Except(states.Select(state => state.Id)))
        {
            _known.TryRemove(ended, out _);
        }

        return [.. states.Select(state => read.GetValueOrDefault(state.Id) ?? _known.GetValueOrDefault(state.Id)).OfType<OpenInspection>()];
    }

    /// <summary>What tells whether a row that is known is still as it was: its newest event, and the engine's own columns.</summary>
    private static Task<List<State>> StatesAsync(StoreContext context, CancellationToken cancellation)
    {
        // Found once for all, and not for each that has ended.
        var undelivered = context.Notices
            .Where(notice => notice.State == NoticeState.Dead || notice.State == NoticeState.NoAddress || notice.State == NoticeState.HeldBack)
            .Select(notice => notice.Inspection);
        return context.Inspections.AsNoTracking().Where(row => !row.Ended || undelivered.Contains(row.Id)).OrderBy(row => row.OnSiteStarts)
            .Select(row => new State(row.Id, row.HeadHash, row.WakeAt, row.LastAdvanced, row.LastError, row.Attempts)).ToListAsync(cancellation);
    }

    private bool IsKnown(State state) => _known.TryGetValue(state.Id, out var known) && state == State.Of(known.Row);

    private async Task<IReadOnlyDictionary<Guid, OpenInspection>> ReadAsync(StoreContext context, IReadOnlyList<Guid> changed, CancellationToken cancellation)
    {
        var rows = changed.Count == 0 ? [] : await context.Inspections.AsNoTracking().Where(row => changed.Contains(row.Id)).ToListAsync(cancellation);
        List<Guid> happened = [.. rows.Where(row => Folded(row) is null).Select(row => row.Id)];
        var events = happened.Count == 0 ? [] : await context.Events.AsNoTracking()
            .Where(recorded => happened.Contains(recorded.Inspection))
            .OrderBy(recorded => recorded.Inspection).ThenBy(recorded => recorded.Seq)
            .ToListAsync(cancellation);
        var byInspection = events.ToLookup(recorded => recorded.Inspection);
        var read = new Dictionary<Guid, OpenInspection>(rows.Count);
        foreach (var row in rows)
        {
            read[row.Id] = Folded(row) is { } loaded
                ? _known[row.Id] = new(row, loaded, null)
                : await ReadAsync(context, row, [.. byInspection[row.Id]], cancellation);
        }

        return read;
    }

    private LoadedInspection? Folded(InspectionRow row) =>
        _known.TryGetValue(row.Id, out var known) && known.Loaded is { } loaded && loaded.HeadHash == row.HeadHash ? loaded : null;

    private async Task<OpenInspection> ReadAsync(StoreContext context, InspectionRow row, IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        try
        {
            return events.Count >= row.HeadSeq && events.Count > 0 && events[^1].Seq == events.Count
                ? _known[row.Id] = new OpenInspection(row, await stream.FoldAsync(context, row.Id, events, cancellation), null)
                : throw new BrokenChainException(row.Id, $"{row.HeadSeq} events were recorded and {events.Count} are there");
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not System.Data.Common.DbException)
        {
            return new OpenInspection(row, null, Sentence(row, problem));
        }
    }

    private sealed record State(Guid Id, string HeadHash, NodaTime.Instant? WakeAt, NodaTime.Instant? LastAdvanced, string? LastError, int Attempts)
    {
        public static State Of(InspectionRow row) => new(row.Id, row.HeadHash, row.WakeAt, row.LastAdvanced, row.LastError, row.Attempts);
    }

    private static string Sentence(InspectionRow row, Exception problem) => problem is BrokenChainException or OutsideCalendarException
        ? problem.Message
        : $"Inspection {row.Id} cannot be read: {problem.Message}";
}

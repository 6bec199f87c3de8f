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

/// <summary>Reads all inspections that are open, or have ended with a notice that was not delivered: their events in one query, whatever their number.</summary>
public sealed class OpenInspections(StoreDatabase database, EventStream stream)
{
    /// <summary>In order of the first on-site day. One that cannot be read says why, and stops no other.</summary>
    public async Task<IReadOnlyList<OpenInspection>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await Open(context).AsNoTracking().OrderBy(row => row.OnSiteStarts).ToListAsync(cancellation);
        var events = await context.Events.AsNoTracking()
            .Where(recorded => Open(context).Select(row => row.Id).Contains(recorded.Inspection))
            .OrderBy(recorded => recorded.Inspection).ThenBy(recorded => recorded.Seq)
            .ToListAsync(cancellation);
        var byInspection = events.ToLookup(recorded => recorded.Inspection);
        var read = new List<OpenInspection>(rows.Count);
        foreach (var row in rows)
        {
            read.Add(await ReadAsync(context, row, [.. byInspection[row.Id]], cancellation));
        }

        return read;
    }

    private static IQueryable<InspectionRow> Open(StoreContext context) => context.Inspections.Where(row =>
        !row.Ended || context.Notices.Any(notice => notice.Inspection == row.Id && (notice.State == NoticeState.Dead || notice.State == NoticeState.NoAddress || notice.State == NoticeState.HeldBack)));

    private async Task<OpenInspection> ReadAsync(StoreContext context, InspectionRow row, IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        try
        {
            return events.Count >= row.HeadSeq && events.Count > 0 && events[^1].Seq == events.Count
                ? new OpenInspection(row, await stream.FoldAsync(context, row.Id, events, cancellation), null)
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

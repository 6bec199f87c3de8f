using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Programme;

/// <summary>Every inspection that the store holds, as far as the programme needs it. Each is read again only after something has happened to it.</summary>
public sealed class HeldActivities(StoreDatabase database, EventStream stream)
{
    private readonly ConcurrentDictionary<Guid, (int Head, HeldActivity? Activity)> _known = new();

    /// <summary>Those that stand, in order of their first on-site day, and how many could not be read.</summary>
    public async Task<(IReadOnlyList<HeldActivity> Activities, int Unreadable)> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await context.Inspections.AsNoTracking().Select(row => new { row.Id, row.HeadSeq }).ToListAsync(cancellation);
        var (held, unreadable) = (new List<HeldActivity>(rows.Count), 0);
        foreach (var row in rows)
        {
            try
            {
                held.AddRange(await OfAsync(context, row.Id, row.HeadSeq, cancellation) is { } activity ? [activity] : Array.Empty<HeldActivity>());
            }
            catch (Exception problem) when (problem is BrokenChainException or OutsideCalendarException or InvalidOperationException)
            {
                // One that cannot be read stands on the worklist, and stops no other.
                unreadable++;
            }
        }

        return ([.. held.OrderBy(activity => activity.Starts).ThenBy(activity => activity.Id)], unreadable);
    }

    private async Task<HeldActivity?> OfAsync(StoreContext context, Guid id, int head, CancellationToken cancellation)
    {
        if (_known.TryGetValue(id, out var read) && read.Head == head)
        {
            return read.Activity;
        }

        var activity = await stream.FindAsync(context, id, cancellation) is { } loaded ? HeldActivity.Of(loaded) : null;
        _known[id] = (head, activity);
        return activity;
    }
}

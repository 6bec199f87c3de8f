using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;

namespace AreaSend.Services.Programme;

/// <summary>Every inspection that the store holds, as far as the programme needs it.</summary>
public sealed class HeldActivities(StoreDatabase database, EventStream stream, Editions editions)
{
    private readonly FromFigures<Read> _all = new(database, stream, Reading(editions));
    private readonly BySight<Held> _last = new();

    /// <summary>
    /// Those that stand, in order of their first on-site day, and how many could not be read; the same list as before where nothing has happened.
    /// </summary>
    public async Task<(IReadOnlyList<HeldActivity> Activities, int Unreadable)> ReadAsync(CancellationToken cancellation = default)
    {
        var (all, last) = (await _all.ReadAsync(cancellation), _last.Value);
        if (last is null || !ReferenceEquals(last.Of, all))
        {
            _last.Value = last = new(
                all,
                [.. all.Made.Select(read => read.Activity).OfType<HeldActivity>().OrderBy(activity => activity.Starts).ThenBy(activity => activity.Id)]);
        }

        return (last.Activities, all.Unreadable);
    }

    private static Func<InspectionRow, FiguresRow, Read> Reading(Editions editions)
    {
        var options = ActivityFigure.Reading(editions);
        return (row, figures) => new(HeldActivity.Of(row.Id, row.Area, ActivityFigure.Read(figures.Activity, options)));
    }

    private sealed record Read(HeldActivity? Activity);

    private sealed record Held(MadeOfAll<Read> Of, IReadOnlyList<HeldActivity> Activities);
}

using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Store.Figures;

/// <summary>
/// Something that is made from the figures of each inspection. It is remembered, so that a request makes it of those inspections alone to which something has
/// happened since: those that have ended cost nothing.
/// </summary>
/// <param name="database">Where they are kept.</param>
/// <param name="stream">Reads what has not been counted yet.</param>
/// <param name="make">Makes it of an inspection's row and its figures; a pure function.</param>
internal sealed class FromFigures<T>(StoreDatabase database, EventStream stream, Func<InspectionRow, FiguresRow, T> make)
    where T : class
{
    private const int ReadTogether = 500;

    private readonly ConcurrentDictionary<Guid, (int HeadSeq, T Made)> _known = [];
    private readonly BySight<MadeOfAll<T>> _last = new();

    /// <summary>Of every inspection that whoever asks sees; the same list as before where nothing has happened.</summary>
    public async Task<MadeOfAll<T>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();

        // Events are only ever added, so their number tells whether any has been.
        var all = await context.Inspections.GroupBy(row => 1)
            .Select(rows => new { Count = rows.LongCount(), Events = rows.Sum(row => (long)row.HeadSeq) }).SingleOrDefaultAsync(cancellation);
        var last = _last.Value ?? new(0, 0, [], 0);
        if ((last.Count, last.Events) == (all?.Count ?? 0, all?.Events ?? 0) && last.Unreadable == 0)
        {
            return last;
        }

        var rows = await context.Inspections.AsNoTracking().Select(row => new { row.Id, row.HeadSeq }).ToListAsync(cancellation);
        List<Guid> changed = [.. rows.Where(row => !_known.TryGetValue(row.Id, out var known) || known.HeadSeq != row.HeadSeq).Select(row => row.Id)];
        var unreadable = 0;
        foreach (var some in changed.Chunk(ReadTogether))
        {
            unreadable += await MakeAsync(context, some, cancellation);
        }

        return _last.Value = new(
            all?.Count ?? 0, all?.Events ?? 0, [.. rows.Where(row => _known.ContainsKey(row.Id)).Select(row => _known[row.Id].Made)], unreadable);
    }

    private async Task<int> MakeAsync(StoreContext context, Guid[] some, CancellationToken cancellation)
    {
        var unreadable = 0;
        var pairs = await context.Inspections.AsNoTracking().Where(row => some.Contains(row.Id))
            .Join(context.Figures.AsNoTracking(), row => row.Id, figures => figures.Inspection, (row, figures) => new { Row = row, Figures = figures })
            .ToListAsync(cancellation);
        foreach (var pair in pairs)
        {
            try
            {
                var current = pair.Figures.IsOf(pair.Row) ? pair.Figures : await CatchUpAsync(context, pair.Figures, cancellation);
                _known[pair.Row.Id] = (current.HeadSeq, make(pair.Row, current));
            }
            catch (Exception problem) when (problem is BrokenChainException or OutsideCalendarException or InvalidOperationException)
            {
                // One that cannot be read stands on the worklist, and stops no other.
                _known.TryRemove(pair.Row.Id, out _);
                unreadable++;
            }
        }

        return unreadable;
    }

    // Of an inspection from before there were such figures: counted once, and kept unless something has been recorded meanwhile, which counts it anyway.
    private async Task<FiguresRow> CatchUpAsync(StoreContext context, FiguresRow stale, CancellationToken cancellation)
    {
        if (await stream.FindAsync(context, stale.Inspection, cancellation) is not { } loaded)
        {
            return stale;
        }

        var row = FiguresRow.Of(loaded);
        await context.Figures.Where(kept => kept.Inspection == row.Inspection && kept.HeadSeq <= row.HeadSeq)
            .ExecuteUpdateAsync(
                set => set.SetProperty(kept => kept.HeadSeq, row.HeadSeq).SetProperty(kept => kept.Figures, row.Figures)
                    .SetProperty(kept => kept.Activity, row.Activity)
                    .SetProperty(kept => kept.ReportLink, row.ReportLink).SetProperty(kept => kept.PlanLink, row.PlanLink),
                cancellation);
        return row;
    }
}

/// <summary>What was made of all inspections.</summary>
/// <param name="Count">How many inspections there are.</param>
/// <param name="Events">How many events they have together.</param>
/// <param name="Made">Of each that could be read, in no order.</param>
/// <param name="Unreadable">How many could not be read.</param>
internal sealed record MadeOfAll<T>(long Count, long Events, IReadOnlyList<T> Made, int Unreadable);

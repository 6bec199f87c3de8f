using System.Collections.Concurrent;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Reports;

/// <summary>The figures of one inspection, with what reports are narrowed by.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Region">The Ofsted region of its area; empty for an area that the list no longer has.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Figures">The figures.</param>
public sealed record FiguresOf(Guid Inspection, string Region, string Kind, InspectionFigures Figures);

/// <summary>Reads the figures of all inspections. It remembers them, so that a request reads those alone that have changed.</summary>
public sealed class ReportReader(StoreDatabase database, EventStream stream)
{
    private readonly ConcurrentDictionary<Guid, (int HeadSeq, FiguresOf Figures)> _known = [];
    private (long Count, long Events, IReadOnlyList<FiguresOf> Figures)? _last;

    /// <summary>The figures of every inspection.</summary>
    public async Task<IReadOnlyList<FiguresOf>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();

        // Events are only ever added, so their number tells whether any has been.
        var all = await context.Inspections.GroupBy(row => 1).Select(rows => new { Count = rows.LongCount(), Events = rows.Sum(row => (long)row.HeadSeq) }).SingleOrDefaultAsync(cancellation);
        if (all is null)
        {
            return [];
        }

        if (_last is { } last && (last.Count, last.Events) == (all.Count, all.Events))
        {
            return last.Figures;
        }

        var rows = await context.Inspections.AsNoTracking().Select(row => new { row.Id, row.HeadSeq, row.Area, row.Kind }).ToListAsync(cancellation);
        var changed = rows.Where(row => !_known.TryGetValue(row.Id, out var known) || known.HeadSeq != row.HeadSeq).ToDictionary(row => row.Id);
        foreach (var some in changed.Keys.Chunk(500))
        {
            foreach (var figures in await context.Figures.AsNoTracking().Where(row => some.Contains(row.Inspection)).ToListAsync(cancellation))
            {
                var row = changed[figures.Inspection];
                var current = figures.HeadSeq >= row.HeadSeq ? figures : await CatchUpAsync(context, figures, cancellation);
                _known[row.Id] = (current.HeadSeq, new(row.Id, LocalAuthorities.Find(row.Area)?.Region ?? "", row.Kind, InspectionFigures.Read(current.Figures)));
            }
        }

        IReadOnlyList<FiguresOf> found = [.. rows.Where(row => _known.ContainsKey(row.Id)).Select(row => _known[row.Id].Figures)];
        _last = (all.Count, all.Events, found);
        return found;
    }

    // Of an inspection from before there were figures: counted once, and kept unless something has been recorded meanwhile, which counts it anyway.
    private async Task<FiguresRow> CatchUpAsync(StoreContext context, FiguresRow stale, CancellationToken cancellation)
    {
        if (await stream.FindAsync(context, stale.Inspection, cancellation) is not { } loaded)
        {
            return stale;
        }

        var row = FiguresRow.Of(loaded);
        await context.Figures.Where(kept => kept.Inspection == row.Inspection && kept.HeadSeq < row.HeadSeq)
            .ExecuteUpdateAsync(
                set => set.SetProperty(kept => kept.HeadSeq, row.HeadSeq).SetProperty(kept => kept.Figures, row.Figures)
                    .SetProperty(kept => kept.ReportLink, row.ReportLink).SetProperty(kept => kept.PlanLink, row.PlanLink),
                cancellation);
        return row;
    }
}

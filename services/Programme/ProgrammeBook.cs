using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>
/// What people record about the national programme: decisions of regional directors, and history that no inspection of this console tells. Nothing is ever
/// deleted.
/// </summary>
public sealed class ProgrammeBook(StoreDatabase database, IClock clock)
{
    /// <summary>The decisions, the newest first; those withdrawn too.</summary>
    /// <param name="area">Of this area; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<RegionalDecision>> DecisionsAsync(string? area = null, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await DecisionsAsync(context, area, cancellation);
    }

    /// <summary>The lines of the history that count.</summary>
    /// <param name="area">Of this area; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<HistoryEntry>> EntriesAsync(string? area = null, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await EntriesAsync(context, area, cancellation);
    }

    /// <summary>The version of what is recorded about an area, or about all, for a form to carry.</summary>
    public async Task<string> VersionAsync(string? area = null, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, area, cancellation);
    }

    /// <summary>Records that the regional director brings an area's full inspection forward, or decides on a monitoring inspection.</summary>
    /// <returns>Whether it was stored: not if what is recorded about the area has changed since <paramref name="shown"/>.</returns>
    public Task<bool> DecideAsync(
        string area,
        ProgrammedKind kind,
        LocalDate decided,
        LocalDate dueBy,
        string reason,
        Recorder by,
        string? shown,
        CancellationToken cancellation = default) =>
        WriteAsync(
            area,
            shown,
            context =>
            {
                context.Set<RegionalDecision>().Add(
                    new()
                    {
                        Id = Guid.CreateVersion7(),
                        Area = area,
                        Kind = kind,
                        Decided = decided,
                        DueBy = dueBy,
                        Reason = reason,
                        RecordedAt = clock.GetCurrentInstant(),
                        By = by,
                    });
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Withdraws a decision: it counts no more, and stays on record.</summary>
    /// <returns>Whether it was stored.</returns>
    public Task<bool> WithdrawAsync(RegionalDecision decision, Recorder by, string? shown, CancellationToken cancellation = default) => WriteAsync(
        decision.Area,
        shown,
        async context =>
        {
            var row = await context.Set<RegionalDecision>().SingleAsync(row => row.Id == decision.Id, cancellation);
            (row.WithdrawnAt, row.WithdrawnBy) = (clock.GetCurrentInstant(), by);
        },
        cancellation);

    /// <summary>Adds lines to the history: all of them or none.</summary>
    /// <param name="area">The area that they are of; null where they are of several.</param>
    /// <param name="past">What took place.</param>
    /// <param name="source">From a file, or by hand.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="shown">The <see cref="VersionAsync(string?, CancellationToken)"/> of that area, or of all, that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether they were stored.</returns>
    public Task<bool> AddAsync(
        string? area,
        IReadOnlyList<(string Area, PastActivity Past)> past,
        ActivitySource source,
        Recorder by,
        string? shown,
        CancellationToken cancellation = default) =>
        WriteAsync(
            area,
            shown,
            context =>
            {
                var now = clock.GetCurrentInstant();
                context.Set<HistoryEntry>().AddRange(
                    past.Select(line => new HistoryEntry
                    {
                        Id = Guid.CreateVersion7(),
                        Area = line.Area,
                        Kind = line.Past.Kind,
                        Starts = line.Past.Starts,
                        Ends = line.Past.Ends,
                        Result = line.Past.Result,
                        Published = line.Past.Published,
                        Source = source,
                        RecordedAt = now,
                        By = by,
                    }));
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Takes a line of the history out: it counts no more, and stays on record.</summary>
    /// <returns>Whether it was stored.</returns>
    public Task<bool> RemoveAsync(HistoryEntry entry, Recorder by, string? shown, CancellationToken cancellation = default) => WriteAsync(
        entry.Area,
        shown,
        async context =>
        {
            var row = await context.Set<HistoryEntry>().SingleAsync(row => row.Id == entry.Id, cancellation);
            (row.RemovedAt, row.RemovedBy) = (clock.GetCurrentInstant(), by);
        },
        cancellation);

    private Task<bool> WriteAsync(string? area, string? shown, Func<StoreContext, Task> write, CancellationToken cancellation) =>
        RowVersion.WriteAsync(database, shown, context => VersionAsync(context, area, cancellation), write, cancellation);

    private static async Task<string> VersionAsync(StoreContext context, string? area, CancellationToken cancellation)
    {
        var decisions = (await DecisionsAsync(context, area, cancellation)).Where(decision => decision.WithdrawnAt is null).Select(decision => decision.Id);
        return RowVersion.Of(decisions.Concat((await EntriesAsync(context, area, cancellation)).Select(entry => entry.Id)).Order());
    }

    private static async Task<IReadOnlyList<RegionalDecision>> DecisionsAsync(StoreContext context, string? area, CancellationToken cancellation) =>
        await context.Set<RegionalDecision>().AsNoTracking().Where(row => area == null || row.Area == area)
            .OrderByDescending(row => row.Decided).ThenByDescending(row => row.RecordedAt).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<HistoryEntry>> EntriesAsync(StoreContext context, string? area, CancellationToken cancellation) =>
        await context.Set<HistoryEntry>().AsNoTracking()
            .Where(row => row.RemovedAt == null && (area == null || row.Area == area))
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellation);
}

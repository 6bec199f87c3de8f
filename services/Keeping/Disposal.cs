using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>
/// Disposes of what has been confirmed. Each item goes from the tables in one transaction with its event; what lies outside of the database is removed after
/// that, and tried again until nothing is left. Stopped or killed at any instant, it goes on from the store.
/// </summary>
public sealed class Disposal(
    StoreDatabase database,
    EventStream stream,
    FactRecording recording,
    KeepingSchedule schedule,
    RemovedOutside outside,
    IClock clock,
    ILogger<Disposal> logger)
{
    /// <summary>Confirms a batch, as it was shown. What is in it goes in the next round.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="reason">Why.</param>
    /// <param name="shown">The <see cref="BatchView.Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if the batch has changed since, or was confirmed already.</returns>
    public Task<bool> ConfirmAsync(Guid batch, Recorder by, string reason, string shown, CancellationToken cancellation = default) => RowVersion.WriteAsync(
        database,
        shown,
        async context => await BatchView.FindAsync(context, batch, cancellation) is { } view ? view.Version : "",
        async context =>
        {
            var row = await context.Set<DisposalBatch>().SingleAsync(known => known.Id == batch, cancellation);
            (row.ConfirmedAt, row.By, row.Reason) = (clock.GetCurrentInstant(), by, reason);
        },
        cancellation);

    /// <summary>Takes all that is confirmed as far as it goes.</summary>
    /// <returns>How many items are gone from the tables by this round.</returns>
    public async Task<int> GoOnAsync(CancellationToken cancellation = default)
    {
        var disposed = 0;
        foreach (var (item, batch) in await ConfirmedAsync(cancellation))
        {
            try
            {
                disposed += await DisposeAsync(item, batch, cancellation) ? 1 : 0;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                KeepingLog.NotDisposed(logger, problem, item.Id);
            }
        }

        await RemoveAsync(cancellation);
        if (disposed > 0)
        {
            await SweepFileAsync(cancellation);
        }

        return disposed;
    }

    private async Task<List<(DisposalItem Item, DisposalBatch Batch)>> ConfirmedAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var found = await (
            from item in context.Set<DisposalItem>().AsNoTracking()
            where item.State == DisposalState.Proposed
            join batch in context.Set<DisposalBatch>().AsNoTracking() on item.Batch equals batch.Id
            where batch.ConfirmedAt != null
            orderby item.Id
            select new { item, batch }).ToListAsync(cancellation);
        return [.. found.Select(one => (one.item, one.batch))];
    }

    private async Task<bool> DisposeAsync(DisposalItem item, DisposalBatch batch, CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        var because = item.Inspection is { } inspection
            ? await DisposeOfInspectionAsync(context, item.Id, inspection, batch, cancellation)
            : item.Contact is not null ? await DisposeOfContactAsync(context, item, cancellation)
            : await DisposeTogetherAsync(context, item, batch.Rule, cancellation);
        if (because is null)
        {
            KeepingLog.Disposed(logger, item.Inspection, batch.Rule);
            return true;
        }

        // Held since it was confirmed, or another host was quicker: that one has said so.
        await context.Set<DisposalItem>().Where(row => row.Id == item.Id && row.State == DisposalState.Proposed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DisposalState.Kept).SetProperty(row => row.KeptBecause, because), cancellation);
        return false;
    }

    private async Task<string?> DisposeOfInspectionAsync(StoreContext context, Guid item, Guid inspection, DisposalBatch batch, CancellationToken cancellation)
    {
        if (schedule.Find(batch.Rule) is { } rule && await stream.FindAsync(context, inspection, cancellation) is { } loaded
            && KeepingRules.WhyKept(loaded.Case, rule, LondonTime.DateOf(clock.GetCurrentInstant())) is { } because)
        {
            return because;
        }

        var documents = await Erasure.DocumentsAsync(context, inspection, batch.Rule, cancellation);
        context.ChangeTracker.Clear();
        return (await VersionConflict.RetryAsync(() => recording.TryAsync(
            context,
            inspection,
            batch.By!,
            [(_, _, now) => new DisposedOf(now, batch.Rule, documents)],
            shown: null,
            async (store, _, now) =>
            {
                var left = await Erasure.EraseAsync(store, inspection, batch.Rule, now, cancellation);
                var row = await store.Set<DisposalItem>().SingleAsync(known => known.Id == item, cancellation);
                (row.State, row.DisposedAt, row.Left) = (DisposalState.Removing, now, [.. left]);
            },
            cancellation))).WhyNot;
    }

    private async Task<string?> DisposeOfContactAsync(StoreContext context, DisposalItem item, CancellationToken cancellation)
    {
        var (rule, now) = (schedule[KeepingSchedule.FormerContacts], clock.GetCurrentInstant());
        if (item.Area is { } area && (await HeldAreas.ReadAsync(context, stream, cancellation)).Contains(area))
        {
            return "An inspection of the area is kept for longer.";
        }

        string? because = null;
        await RowVersion.WriteAsync(context, seen: null, _ => Task.FromResult(""), async store =>
        {
            var contact = await store.Contacts.SingleOrDefaultAsync(row => row.Id == item.Contact, cancellation);
            because = contact is null || (contact.To is { } last && rule.IsDue(last, LondonTime.DateOf(now))) ? null : "The contact holds a role again.";
            if (because is null)
            {
                store.Contacts.RemoveRange(contact is null ? [] : [contact]);
                var row = await store.Set<DisposalItem>().SingleAsync(known => known.Id == item.Id, cancellation);
                (row.State, row.DisposedAt) = (DisposalState.Removing, now);
            }
        }, cancellation);
        return because;
    }

    private async Task<string?> DisposeTogetherAsync(StoreContext context, DisposalItem item, string rule, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await RowVersion.WriteAsync(context, seen: null, _ => Task.FromResult(""), async store =>
        {
            await OutsideInspections.EraseAsync(store, rule, item.Anchor, now, cancellation);
            var row = await store.Set<DisposalItem>().SingleAsync(known => known.Id == item.Id, cancellation);
            (row.State, row.DisposedAt) = (DisposalState.Removing, now);
        }, cancellation);
        return null;
    }

    private async Task RemoveAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        foreach (var item in await context.Set<DisposalItem>()
            .Where(row => row.State == DisposalState.Removing).OrderBy(row => row.Id).ToListAsync(cancellation))
        {
            try
            {
                item.Left = await outside.RemoveAsync(item.Left, cancellation);
                (item.State, item.DoneAt) = item.Left.Count == 0 ? (DisposalState.Done, clock.GetCurrentInstant()) : (item.State, item.DoneAt);
                await context.SaveChangesAsync(cancellation);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                KeepingLog.NotDisposed(logger, problem, item.Id);
            }
        }
    }

    // What SQLite deletes it would leave in the file, to be written over some day.
    private async Task<StoreContext> OpenAsync(CancellationToken cancellation)
    {
        var context = database.Open();
        if (database.Provider == StoreProvider.Sqlite)
        {
            await context.Database.OpenConnectionAsync(cancellation);
            await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellation);
        }

        return context;
    }

    // And in the log beside the file.
    private async Task SweepFileAsync(CancellationToken cancellation)
    {
        if (database.Provider == StoreProvider.Sqlite)
        {
            await using var context = database.Open();
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }
    }
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// The step that both engines run: read the facts, see what the clock has brought about and which notices are owed, store both in one
/// transaction, say when to look again. Taking it once more changes nothing.
/// </summary>
public sealed class InspectionAdvance(StoreDatabase database, EventStream stream, ILogger<InspectionAdvance> logger)
{
    /// <summary>Takes one inspection forward. What fails is noted on its summary and does not throw: no inspection stops another.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    public async Task<AdvanceResult> AdvanceAsync(Guid inspection, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await AdvanceAsync(context, inspection, now, cancellation);
    }

    /// <summary>
    /// Takes the inspections forward whose time came first and that no other worker has in hand: up to twenty in one transaction, because the disk takes
    /// longer than the step.
    /// </summary>
    /// <returns>How many there were.</returns>
    public async Task<int> AdvanceDueAsync(Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await using var claim = await DueWork.ClaimInspectionsAsync(context, now, cancellation);
        var due = claim.Found;
        if (due.Count == 0)
        {
            return 0;
        }

        try
        {
            await TakeStepsAsync(context, due, now, cancellation);
        }
        catch (Exception problem) when (problem is VersionConflictException or DbUpdateException)
        {
            // Nothing was stored. Each by itself now: the one that could not be stored keeps no other back.
            context.ChangeTracker.Clear();
            foreach (var inspection in due)
            {
                await AdvanceAloneAsync(context, inspection, now, cancellation);
            }
        }

        await claim.CommitAsync(cancellation);
        return due.Count;
    }

    private async Task AdvanceAloneAsync(StoreContext context, Guid inspection, Instant now, CancellationToken cancellation)
    {
        try
        {
            await AdvanceAsync(context, inspection, now, cancellation);
        }
        catch (DbUpdateException problem)
        {
            // Where the database is away, noting it fails too, and the step ends.
            await NoteFailureAsync(context, inspection, now, problem, cancellation);
        }
    }

    private async Task TakeStepsAsync(StoreContext context, IReadOnlyCollection<Guid> due, Instant now, CancellationToken cancellation)
    {
        var failed = new List<(Guid Inspection, Exception Problem)>();
        var histories = await History.ReadAsync(context, due, cancellation);

        // Steps say what is new and what has changed: nothing has to be compared to find it.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellation) : null;
        foreach (var history in histories)
        {
            try
            {
                await PutStepAsync(context, history, now, cancellation);
            }
            catch (Exception problem) when (IsItsOwn(problem))
            {
                failed.Add((history.Inspection, problem));
            }
        }

        await EventStream.SaveAsync(context, id: null, cancellation);
        foreach (var (inspection, problem) in failed)
        {
            await NoteFailureAsync(context, inspection, now, problem, cancellation);
        }

        await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
    }

    /// <summary>One of several steps: what it brings about is stored with the others'.</summary>
    private async Task PutStepAsync(StoreContext context, History history, Instant now, CancellationToken cancellation)
    {
        var loaded = await stream.FoldAsync(context, history, cancellation);
        var step = AdvanceStep.Of(loaded.Inspection, now);
        if (step.Events.Count == 0)
        {
            await SleepAsync(context, loaded, step.NextWake, now, cancellation);
        }
        else
        {
            EventStream.Put(context, loaded, step.Events, step.After, step.NextWake, now);
        }
    }

    private static bool IsItsOwn(Exception problem) =>
        problem is not OperationCanceledException and not VersionConflictException and not DbUpdateException and not System.Data.Common.DbException;

    private async Task<AdvanceResult> AdvanceAsync(StoreContext context, Guid inspection, Instant now, CancellationToken cancellation)
    {
        try
        {
            return await VersionConflict.RetryAsync(() => TakeStepAsync(context, inspection, now, cancellation));
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not DbUpdateException and not System.Data.Common.DbException)
        {
            return await NoteFailureAsync(context, inspection, now, problem, cancellation);
        }
    }

    private async Task<AdvanceResult> TakeStepAsync(StoreContext context, Guid inspection, Instant now, CancellationToken cancellation)
    {
        var loaded = await stream.FindAsync(context, inspection, cancellation)
            ?? throw new InvalidOperationException($"There is no inspection {inspection}.");
        var step = AdvanceStep.Of(loaded.Inspection, now);
        if (step.Events.Count == 0)
        {
            await SleepAsync(context, loaded, step.NextWake, now, cancellation);
        }
        else
        {
            EventStream.Put(context, loaded, step.Events, step.After, step.NextWake, now);
            await EventStream.SaveLockedAsync(context, inspection, cancellation);
        }

        return new AdvanceResult(step.NextWake, [.. step.Events.OfType<NoticeRaised>().Select(notice => notice.Key)]);
    }

    private static async Task SleepAsync(StoreContext context, LoadedInspection loaded, Instant? nextWake, Instant now, CancellationToken cancellation)
    {
        var rows = await context.Inspections.Where(row => row.Id == loaded.Id && row.HeadSeq == loaded.Version).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.WakeAt, nextWake)
                .SetProperty(row => row.LastAdvanced, now)
                .SetProperty(row => row.LastError, (string?)null)
                .SetProperty(row => row.Attempts, 0),
            cancellation);
        if (rows == 0)
        {
            throw new VersionConflictException(loaded.Id);
        }
    }

    private async Task<AdvanceResult> NoteFailureAsync(StoreContext context, Guid inspection, Instant now, Exception problem, CancellationToken cancellation)
    {
        var attempt = 1 + await context.Inspections.Where(row => row.Id == inspection).Select(row => row.Attempts).SingleOrDefaultAsync(cancellation);
        EngineLog.AdvanceFailed(logger, problem, inspection, attempt);
        var sentence = problem is OutsideCalendarException or BrokenChainException
            ? problem.Message
            : $"The engine could not take this inspection forward, and tries again: {problem.Message}";
        Instant? again = now + Backoff.After(attempt);
        await context.Inspections.Where(row => row.Id == inspection).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.WakeAt, again).SetProperty(row => row.LastError, sentence).SetProperty(row => row.Attempts, attempt),
            cancellation);
        return new AdvanceResult(again, [], sentence);
    }
}

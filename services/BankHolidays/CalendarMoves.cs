using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>An inspection whose open dates a change of bank holidays moves.</summary>
/// <param name="Inspection">Its identifier.</param>
/// <param name="Area">Three-figure code of its area.</param>
/// <param name="Plan">Its timetable, with the dates that it has now.</param>
/// <param name="Notified">The area has been notified, and is told of the new dates.</param>
/// <param name="Moved">The dates.</param>
public sealed record MovedInspection(Guid Inspection, string Area, Timetable Plan, bool Notified, IReadOnlyList<MovedDate> Moved)
{
    /// <summary>What its kind calls a step; the key where it has no such step.</summary>
    public string TitleOf(string step) => (Plan.Find(step)?.Definition ?? Plan.Type.Steps.LastOrDefault(row => row.Key == step))?.Title ?? step;
}

/// <summary>Brings open inspections over to the bank holidays in force. Broken off and begun again, it goes on where it was.</summary>
public sealed class CalendarMoves(
    StoreDatabase database,
    EventStream stream,
    CalendarLibrary calendars,
    FactRecording recording,
    IClock clock,
    ILogger<CalendarMoves> logger)
{
    /// <summary>Records the change on every open inspection that is still counted with other bank holidays.</summary>
    /// <returns>How many it was recorded on.</returns>
    public async Task<int> MoveOpenAsync(CancellationToken cancellation = default)
    {
        var current = await calendars.CurrentAsync(cancellation);
        var changed = 0;
        foreach (var inspection in await OnOthersAsync(current, cancellation))
        {
            try
            {
                changed += await MoveAsync(inspection, current, cancellation) ? 1 : 0;
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not System.Data.Common.DbException)
            {
                // One inspection does not keep the others on the old dates; the next refresh tries it again.
                CalendarLog.NotMoved(logger, problem, inspection);
            }
        }

        return changed;
    }

    /// <summary>What a change would move, inspection by inspection. Nothing is recorded.</summary>
    public async Task<IReadOnlyList<MovedInspection>> PreviewAsync(VersionedCalendar next, CancellationToken cancellation = default)
    {
        var moved = new List<MovedInspection>();
        await using var context = database.Open();
        foreach (var inspection in await OnOthersAsync(next, cancellation))
        {
            try
            {
                if (
                    await stream.FindAsync(context, inspection, cancellation) is { Case.IsOpen: true } loaded
                    && Change(loaded.Case, loaded.Plan, next, clock.GetCurrentInstant()) is { Moved.Count: > 0 } change)
                {
                    moved.Add(new MovedInspection(inspection, loaded.Case.Area, loaded.Plan, loaded.Case.Notification is not null, change.Moved));
                }
            }
            catch (BrokenChainException problem)
            {
                // The worklist names it; the others move all the same.
                CalendarLog.NotMoved(logger, problem, inspection);
            }
        }

        return moved;
    }

    private async Task<List<Guid>> OnOthersAsync(VersionedCalendar current, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Inspections
            .Where(row => row.Calendar != current.Version && row.Phase != InspectionPhase.Deferred && row.Phase != InspectionPhase.Withdrawn)
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
    }

    private async Task<bool> MoveAsync(Guid inspection, VersionedCalendar current, CancellationToken cancellation)
    {
        // The engine's own fact: nobody decides it, it follows from the bank holidays in force.
        var recorded = await recording.RecordIfAsync(
            inspection,
            Recorder.Engine,
            (@case, plan, now) => Change(@case, plan, current, now),
            loaded => loaded.Case.IsOpen && loaded.Case.Calendar != current.Version,
            cancellation);
        return recorded is Recording.Refused { Because: var because } ? throw new InvalidOperationException(because) : recorded is Recording.Recorded;
    }

    private static CalendarChanged Change(InspectionCase @case, Timetable plan, VersionedCalendar next, Instant now) =>
        DateMoves.ChangeCalendar(
            @case, plan, next.Calendar, next.Version, CalendarChange.Show(plan.Calendar.BankHolidays, next.Calendar.BankHolidays), now);
}

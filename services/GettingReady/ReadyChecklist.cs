using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>A step as an area stands with it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Row">What the area's people have written down; null while that is nothing.</param>
/// <param name="By">The name of whoever wrote it.</param>
/// <param name="Today">The day in London.</param>
public sealed record StepState(ReadyStep Step, StepRow? Row, string? By, LocalDate Today)
{
    // Two weeks are enough to find an hour for it.
    private const int SoonDays = 14;

    /// <summary>How far it has come.</summary>
    public StepStanding Standing => Row?.Standing ?? StepStanding.NotStarted;

    /// <summary>Whether its review should have been before today.</summary>
    public bool IsOverdue => Row?.ReviewOn < Today;

    /// <summary>Whether its review is today or within two weeks.</summary>
    public bool IsSoon => !IsOverdue && Row?.ReviewOn <= Today.PlusDays(SoonDays);

    /// <summary>The version that a page shows, for its form to carry.</summary>
    public string Version => RowVersion.Of<StepRow?>([Row]);
}

/// <summary>The seven steps of an area: what its people write down about each.</summary>
public sealed class ReadyChecklist(StoreDatabase database, IClock clock)
{
    /// <summary>Where a review is overdue first, the longest overdue before the others; then in the order of the steps.</summary>
    public async Task<IReadOnlyList<StepState>> OfAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await context.Set<StepRow>().AsNoTracking().Where(row => row.Area == area).ToListAsync(cancellation);
        var names = await context.Set<ReadyPerson>().AsNoTracking()
            .Where(person => person.Area == area)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        return
        [
            .. (from step in ReadySteps.All
                let row = rows.Find(row => row.Step == step.Key)
                select new StepState(step, row, row is null ? null : names.GetValueOrDefault(row.ChangedBy), today))
                .OrderByDescending(state => state.IsOverdue)
                .ThenBy(state => state.IsOverdue ? state.Row!.ReviewOn : null)
                .ThenBy(state => state.Step.Number),
        ];
    }

    /// <summary>Writes down how far a step has come.</summary>
    /// <param name="by">Who writes it, and so of which area.</param>
    /// <param name="write">The step, and what to write.</param>
    /// <param name="shown">The <see cref="StepState.Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if somebody else has written since.</returns>
    public Task<bool> SaveAsync(ReadyPerson by, StepEntry write, string shown, CancellationToken cancellation = default) =>
        RowVersion.PutAsync(
            database,
            shown,
            known => known.Area == by.Area && known.Step == write.Step.Key,
            new StepRow
            {
                Area = by.Area, Step = write.Step.Key, Standing = write.Standing, Owner = write.Owner, Evidence = write.Evidence, ReviewOn = write.ReviewOn,
                ChangedAt = clock.GetCurrentInstant(), ChangedBy = by.Id,
            },
            cancellation);
}

/// <summary>What somebody writes down about a step.</summary>
public sealed record StepEntry(ReadyStep Step, StepStanding Standing, string Owner, string Evidence, LocalDate? ReviewOn);

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Publication;

/// <summary>
/// Holds publication before elections, for one inspection, a region or the country, and lifts it again: seen first, then decided, in one transaction.
/// </summary>
public sealed class PublicationHolds(
    StoreDatabase database, EventStream stream, CalendarLibrary calendars, FactRecording recording, IClock clock, ChangeSignal signal)
{
    private readonly SemaphoreSlim _recording = new(1, 1);

    /// <summary>Why this cannot be decided, in a sentence; null when it can.</summary>
    public async Task<string?> WhyNotAsync(HoldRequest request, CancellationToken cancellation = default)
    {
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        return request.Until <= LondonTime.DateOf(clock.GetCurrentInstant())
                ? $"{LondonTime.Show(request.Until)} has come already. Choose a day that lies ahead."
            : request.Until.Year > calendar.LastYear
                ? $"Bank holidays are known only for {calendar.FirstYear} to {calendar.LastYear}. Choose a day within those years, or refresh the bank holidays on the page Calendar."
            : request.Scope == HoldScope.Region && LocalAuthorities.All.All(area => area.Region != request.Region) ? "Choose a region from the list."
            : WhyNotSeen(request.Scope, request.Region) is { } outside ? outside
            : FactRules.WhyNotReason(request.Reason) is { } unsaid ? unsaid
            : request.Scope == HoldScope.Inspection && await WhyNotOneAsync(request, cancellation) is { } because ? because
            : null;
    }

    /// <summary>The dates that the hold would move. Nothing is recorded.</summary>
    public async Task<HoldPreview> PreviewAsync(HoldRequest request, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await PreviewAsync(context, request.Covers, Set(request), cancellation);
    }

    /// <summary>The dates that lifting it would move. Nothing is recorded.</summary>
    public async Task<HoldPreview> PreviewLiftAsync(Guid hold, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await PreviewAsync(context, _ => true, Lifted(hold, "Lifted."), cancellation);
    }

    /// <summary>Holds publication of every inspection that it covers. The same form sent twice holds once.</summary>
    /// <param name="request">What is decided.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="shown">The mark of the preview that was confirmed.</param>
    /// <param name="cancellation">Gives up; nothing is held then.</param>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> HoldAsync(HoldRequest request, Recorder by, string shown, CancellationToken cancellation = default)
    {
        return await WhyNotAsync(request, cancellation) ?? await RecordAsync(
            shown,
            request.Covers,
            Set(request),
            by,
            async context =>
            {
                if (await context.Set<PublicationHold>().AnyAsync(row => row.Id == request.Id, cancellation))
                {
                    return "Publication is held already, so nothing was recorded a second time.";
                }

                context.Set<PublicationHold>().Add(Row(request, by));
                return null;
            },
            request.PrivateReason,
            cancellation);
    }

    /// <summary>Lifts a hold before its day.</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="reason">Why, in words that areas read.</param>
    /// <param name="privateReason">Why, for Ofsted and CQC alone; null where nothing is said.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="shown">The mark of the preview that was confirmed.</param>
    /// <param name="cancellation">Gives up; it stands then.</param>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> LiftAsync(
        Guid hold, string reason, string? privateReason, Recorder by, string shown, CancellationToken cancellation = default)
    {
        return FactRules.WhyNotReason(reason) ?? await RecordAsync(
            shown,
            _ => true,
            Lifted(hold, reason),
            by,
            async context =>
            {
                var row = await context.Set<PublicationHold>().SingleAsync(row => row.Id == hold, cancellation);
                if (row.LiftedAt is not null)
                {
                    return "This hold has been lifted already, so nothing was recorded.";
                }

                if (WhyNotSeen(row.Scope, row.Region) is { } outside)
                {
                    return outside;
                }

                (row.LiftedAt, row.LiftedBecause, row.LiftedPrivately) = (clock.GetCurrentInstant(), reason, privateReason);
                return null;
            },
            privateReason,
            cancellation);
    }

    /// <summary>The holds that stand: their day has not come and nobody has lifted them. The one that lasts longest first.</summary>
    public async Task<IReadOnlyList<PublicationHold>> StandingAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await StandingAsync(context, LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
    }

    /// <summary>The hold, or null.</summary>
    public async Task<PublicationHold?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<PublicationHold>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <inheritdoc cref="StandingFacts"/>
    public static async Task<IReadOnlyList<Fact>> OfPlannedAsync(StoreContext context, InspectionCase planned, Instant now, CancellationToken cancellation) =>
        !planned.Type.Publishes ? []
        :
        [
            .. from hold in await StandingAsync(context, LondonTime.DateOf(now), cancellation)
               where hold.Scope == HoldScope.Country || (hold.Scope == HoldScope.Region && hold.Region == LocalAuthorities.Find(planned.Area)?.Region)
               select new PublicationHeld(now, hold.Id, hold.Until, hold.Reason, []),
        ];

    private static async Task<IReadOnlyList<PublicationHold>> StandingAsync(StoreContext context, LocalDate today, CancellationToken cancellation)
    {
        var notLifted = await context.Set<PublicationHold>().AsNoTracking().Where(row => row.LiftedAt == null).ToListAsync(cancellation);
        return [.. notLifted.Where(row => row.Until > today).OrderByDescending(row => row.Until)];
    }

    // A hold that covers more than somebody sees would be set, or lifted, on a part of what it covers alone. One of an inspection is not found at all.
    private static string? WhyNotSeen(HoldScope scope, string? region) => Sight.Current switch
    {
        { IsLimited: false } => null,
        { Words: var words } when scope == HoldScope.Country => $"This concerns every region, and you work for {words}. A coordinator who is not limited to regions can do this.",
        { Words: var words } sight when scope == HoldScope.Region && !sight.SeesRegion(region!) =>
            $"{region} is not a region that you work for ({words}). A coordinator who is not limited to regions can do this.",
        _ => null,
    };

    private async Task<string?> WhyNotOneAsync(HoldRequest request, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return request.Inspection is not { } id || await stream.FindAsync(context, id, cancellation) is not { } loaded
            ? "There is no such inspection."
            : loaded.Inspection.WhyNot(Set(request)(loaded)!, clock.GetCurrentInstant());
    }

    private async Task<string?> RecordAsync(
        string shown,
        Func<InspectionRow, bool> covered,
        Func<LoadedInspection, Fact?> fact,
        Recorder by,
        Func<StoreContext, Task<string?>> alongside,
        string? privateReason,
        CancellationToken cancellation)
    {
        await _recording.WaitAsync(cancellation);
        try
        {
            return await TryRecordAsync(shown, covered, fact, by, alongside, privateReason, cancellation);
        }
        finally
        {
            _recording.Release();
        }
    }

    private async Task<string?> TryRecordAsync(
        string shown,
        Func<InspectionRow, bool> covered,
        Func<LoadedInspection, Fact?> fact,
        Recorder by,
        Func<StoreContext, Task<string?>> alongside,
        string? privateReason,
        CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync<string?>(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var (facts, unreadable) = await FactsAsync(context, covered, fact, cancellation);
            if (HoldPreview.Of(facts, unreadable).Mark != shown)
            {
                return "Inspections have changed since you were shown what this would move, so nothing was recorded. Look again, then confirm.";
            }

            if (await alongside(context) is { } because)
            {
                return because;
            }

            await context.SaveChangesAsync(cancellation);
            foreach (var (inspection, decided) in facts)
            {
                var recorded = await recording.AppendAsync(
                    context,
                    inspection,
                    by,
                    [(_, _, _) => decided],
                    decided.HappenedAt,
                    (_, before, _) => InspectionStore.Add(context, before, person: null, privateReason),
                    cancellation);
                if (recorded.WhyNot is { } refused)
                {
                    return refused;
                }
            }

            await transaction.CommitAsync(cancellation);
            facts.ForEach(fact => signal.Raise(fact.Inspection.Id));
            return (string?)null;
        });
    }

    private async Task<HoldPreview> PreviewAsync(
        StoreContext context, Func<InspectionRow, bool> covered, Func<LoadedInspection, Fact?> build, CancellationToken cancellation)
    {
        var (facts, unreadable) = await FactsAsync(context, covered, build, cancellation);
        return HoldPreview.Of(facts, unreadable);
    }

    /// <summary>
    /// In order of their identifiers, so that two who record at once do not wait for each other; and the areas of those that cannot be read, which stay as they
    /// are.
    /// </summary>
    private async Task<(List<(LoadedInspection Inspection, Fact Fact)> Facts, List<string> Unreadable)> FactsAsync(
        StoreContext context, Func<InspectionRow, bool> covered, Func<LoadedInspection, Fact?> build, CancellationToken cancellation)
    {
        var (facts, unreadable) = (new List<(LoadedInspection, Fact)>(), new List<string>());
        var open = await context.Inspections.AsNoTracking().Where(row => !row.Ended).OrderBy(row => row.Id).ToListAsync(cancellation);
        foreach (var row in open.Where(covered))
        {
            try
            {
                if (await stream.FindAsync(context, row.Id, cancellation) is { Case.IsOpen: true } loaded
                    && loaded.Case.Type.Publishes && !loaded.Case.HasHappened(Anchor.Published) && build(loaded) is { } fact)
                {
                    facts.Add((loaded, fact));
                }
            }
            catch (BrokenChainException)
            {
                // The worklist says why; all others are held, or go on, all the same.
                unreadable.Add(row.Area);
            }
        }

        return (facts, unreadable);
    }

    private Func<LoadedInspection, Fact?> Set(HoldRequest request) =>
        loaded => DateMoves.Hold(loaded.Case, loaded.Plan, request.Id, request.Until, request.Reason, clock.GetCurrentInstant());

    private Func<LoadedInspection, Fact?> Lifted(Guid hold, string reason) => loaded =>
        loaded.Case.PublicationHolds.ContainsKey(hold) ? DateMoves.Lift(loaded.Case, loaded.Plan, hold, reason, clock.GetCurrentInstant()) : null;

    private PublicationHold Row(HoldRequest request, Recorder by) => new()
    {
        Id = request.Id,
        Scope = request.Scope,
        Region = request.Scope == HoldScope.Region ? request.Region : null,
        Inspection = request.Scope == HoldScope.Inspection ? request.Inspection : null,
        Until = request.Until,
        Reason = request.Reason,
        PrivateReason = request.PrivateReason,
        SetAt = clock.GetCurrentInstant(),
        By = by,
    };
}

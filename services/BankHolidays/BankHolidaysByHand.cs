using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>
/// Bank holidays proclaimed, moved or cancelled by a coordinator before GOV.UK's feed has it: seen first, then decided, and taken back while
/// the feed has not spoken.
/// </summary>
public sealed class BankHolidaysByHand(StoreDatabase database, CalendarLibrary calendars, BankHolidayBook book, CalendarMoves moves, IClock clock)
{
    /// <summary>Why this cannot be decided, in a sentence; null when it can.</summary>
    public async Task<string?> WhyNotAsync(BankHolidayAct act, LocalDate day, LocalDate? newDay, CancellationToken cancellation = default)
    {
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        return act switch
        {
            BankHolidayAct.Proclaim => WhyNotNew(calendar, day),
            BankHolidayAct.Cancel => WhyNotHeld(calendar, day),
            _ => WhyNotHeld(calendar, day) ?? (newDay is { } target ? WhyNotNew(calendar, target) : "Give the day it moves to."),
        };
    }

    /// <summary>What the decision would move. Nothing is recorded.</summary>
    public async Task<BankHolidayPreview> PreviewAsync(
        BankHolidayAct act, LocalDate day, LocalDate? newDay, string name, CancellationToken cancellation = default) =>
        await PreviewAsync(standing => [.. standing, Decision(Guid.Empty, act, day, newDay, name, "", Recorder.Unknown, "")], cancellation);

    /// <summary>What taking the decision back would move. Nothing is recorded.</summary>
    public Task<BankHolidayPreview> PreviewUndoAsync(Guid decision, CancellationToken cancellation = default) =>
        PreviewAsync(standing => standing.Where(other => other.Id != decision), cancellation);

    /// <summary>Decides, and moves the dates of open inspections. The same form sent twice decides once.</summary>
    /// <param name="request">What is decided.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="version">The calendar's version in the preview that was confirmed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> DecideAsync(BankHolidayRequest request, Recorder by, string version, CancellationToken cancellation = default)
    {
        if (await FindAsync(request.Id, cancellation) is not null)
        {
            await moves.MoveOpenAsync(cancellation);
            return "This has been decided already, so nothing was recorded a second time.";
        }

        if (await WhyNotAsync(request.Act, request.Day, request.NewDay, cancellation) is { } because)
        {
            return because;
        }

        return await MoveAsync(
            await book.ChangeAsync(
                version,
                (context, held) =>
                {
                    var decision = Decision(request.Id, request.Act, request.Day, request.NewDay, request.Name, request.Reason, by, held.FeedVersion);
                    held.ByHand.Add(decision);
                    context.Set<BankHolidayDecision>().Add(decision);
                    return null;
                },
                cancellation),
            cancellation);
    }

    /// <summary>Takes a decision back, and moves the dates of open inspections back with it.</summary>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> UndoAsync(Guid id, string version, CancellationToken cancellation = default) => await MoveAsync(
        await book.ChangeAsync(
            version,
            (_, held) =>
            {
                if (held.ByHand.Find(other => other.Id == id) is not { } decision)
                {
                    return "This is not in force any more, so nothing was recorded.";
                }

                (decision.EndedAt, decision.Ending, decision.EndedBecause) = (clock.GetCurrentInstant(), BankHolidayEnding.Undone, "Undone by a coordinator.");
                return null;
            },
            cancellation),
        cancellation);

    /// <summary>All decisions, newest first.</summary>
    public async Task<IReadOnlyList<BankHolidayDecision>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<BankHolidayDecision>().AsNoTracking().OrderByDescending(row => row.DecidedAt).ToListAsync(cancellation);
    }

    /// <summary>The decision, or null.</summary>
    public async Task<BankHolidayDecision?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<BankHolidayDecision>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>What somebody has to know of decisions: that the feed ended one, or has not spoken though the day has come.</summary>
    public async Task<IReadOnlyList<(BankHolidayDecision Decision, string Sentence)>> NewsAsync(CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        await using var context = database.Open();
        var held = await book.HeldAsync(context, cancellation);
        var ended = await context.Set<BankHolidayDecision>().AsNoTracking()
            .Where(row => row.EndedAt != null && row.NotedAt == null && row.Ending != BankHolidayEnding.Undone)
            .OrderBy(row => row.EndedAt)
            .ToListAsync(cancellation);
        return
        [
            .. ended.Select(decision => (decision, decision.EndedBecause!)),
            .. from decision in held.Standing
               let sentence = FeedVerdict.Of(decision, held.Feed, held.Feed, today).Sentence
               where sentence.Length > 0
               select (decision, sentence),
        ];
    }

    /// <summary>Somebody has taken note of how the feed ended a decision.</summary>
    /// <returns>False when somebody had before, or when it has not ended; nothing is recorded then.</returns>
    public async Task<bool> NoteAsync(Guid id, CancellationToken cancellation = default)
    {
        Instant? now = clock.GetCurrentInstant();
        await using var context = database.Open();
        return await context.Set<BankHolidayDecision>().Where(row => row.Id == id && row.EndedAt != null && row.NotedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotedAt, now), cancellation) > 0;
    }

    private string? WhyNotNew(WorkingDayCalendar calendar, LocalDate day) =>
        WhyNotAhead(calendar, day)
        ?? (calendar.WhyNotWorking(day) is { } already ? $"{LondonTime.Show(day)} is no working day already ({already})." : null);

    private string? WhyNotHeld(WorkingDayCalendar calendar, LocalDate day) =>
        WhyNotAhead(calendar, day)
        ?? (calendar.BankHolidays.On(day) is not { } holiday ? $"{LondonTime.Show(day)} is no bank holiday. Choose one that is."
            : holiday.Note == BankHolidayDecision.Note ? $"{LondonTime.Show(day)} was set by hand. Undo that instead."
            : null);

    private string? WhyNotAhead(WorkingDayCalendar calendar, LocalDate day) =>
        day <= LondonTime.DateOf(clock.GetCurrentInstant())
            ? $"{LondonTime.Show(day)} has {(day < LondonTime.DateOf(clock.GetCurrentInstant()) ? "passed" : "begun")}. Choose a day that lies ahead."
        : day.Year < calendar.FirstYear || day.Year > calendar.LastYear
            ? $"Bank holidays are known only for {calendar.FirstYear} to {calendar.LastYear}. Choose a day within those years."
        : null;

    private async Task<BankHolidayPreview> PreviewAsync(
        Func<IEnumerable<BankHolidayDecision>, IEnumerable<BankHolidayDecision>> change,
        CancellationToken cancellation)
    {
        await using var context = database.Open();
        var held = await book.HeldAsync(context, cancellation);
        var next = change(held.Standing).Aggregate(held.Feed, (set, decision) => decision.ApplyTo(set));
        var version = CalendarLibrary.VersionOf(BankHolidayFeed.Write(next));
        return new BankHolidayPreview(
            held.Snapshot.Version,
            await moves.PreviewAsync(new VersionedCalendar(version, new WorkingDayCalendar(next)), cancellation));
    }

    private async Task<string?> MoveAsync(string? refusal, CancellationToken cancellation)
    {
        if (refusal is null)
        {
            await moves.MoveOpenAsync(cancellation);
        }

        return refusal;
    }

    private BankHolidayDecision Decision(
        Guid id,
        BankHolidayAct act,
        LocalDate day,
        LocalDate? newDay,
        string name,
        string reason,
        Recorder by,
        string feedThen) =>
        new()
        {
            Id = id,
            Act = act,
            Day = day,
            NewDay = act == BankHolidayAct.Move ? newDay : null,
            Name = name.Trim(),
            Reason = reason.Trim(),
            DecidedAt = clock.GetCurrentInstant(),
            By = by,
            FeedThen = feedThen,
        };
}

/// <summary>What a coordinator wants to decide about a bank holiday.</summary>
/// <param name="Id">Chosen by the form.</param>
/// <param name="Act">What is done.</param>
/// <param name="Day">The day it is done to.</param>
/// <param name="NewDay">The day it moves to, where it moves.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why.</param>
public sealed record BankHolidayRequest(Guid Id, BankHolidayAct Act, LocalDate Day, LocalDate? NewDay, string Name, string Reason);

/// <summary>What a change of bank holidays would move.</summary>
/// <param name="Version">Version of the calendar in force when it was looked at.</param>
/// <param name="Moved">Inspection by inspection.</param>
public sealed record BankHolidayPreview(string Version, IReadOnlyList<MovedInspection> Moved);

using System.Runtime.CompilerServices;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Store.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Reads an inspection's events and appends to them, with everything that has to be true in the same transaction.</summary>
public sealed class EventStream(CalendarLibrary calendars, Editions editions)
{
    private readonly RememberedFolds _remembered = new();

    /// <summary>The inspection, or null when there is none.</summary>
    /// <exception cref="BrokenChainException">Its events are not what was recorded.</exception>
    public async Task<LoadedInspection?> FindAsync(StoreContext context, Guid id, CancellationToken cancellation) =>
        await History.ReadAsync(context, [id], cancellation) is [var history] ? await FoldAsync(context, history, cancellation) : null;

    /// <summary>An inspection from its events.</summary>
    /// <exception cref="BrokenChainException">They are not what was recorded.</exception>
    internal Task<LoadedInspection> FoldAsync(StoreContext context, History history, CancellationToken cancellation)
    {
        var (id, head, rows) = history;
        return rows.Count > 0 && rows.Count >= head && rows[^1].Seq == rows.Count
            ? FoldAsync(context, id, rows, cancellation)
            : throw new BrokenChainException(id, $"{head} events were recorded and {rows.Count} are there");
    }

    /// <summary>The same from rows alone, whatever the inspection's own row says.</summary>
    /// <exception cref="BrokenChainException">They are not what was recorded.</exception>
    public async Task<LoadedInspection> FoldAsync(StoreContext context, Guid id, IReadOnlyList<EventRow> rows, CancellationToken cancellation)
    {
        var before = _remembered.Find(id, rows);
        if (before?.Version == rows.Count)
        {
            return before;
        }

        var recorded = EventChain.Read(id, rows, before);
        var now = await PlanAsync(context, before?.Case.With(recorded) ?? InspectionCase.From(recorded, editions), cancellation);
        var loaded = new LoadedInspection(id, now, rows[^1].Hash);
        _remembered.Keep(loaded, rows);
        return loaded;
    }

    /// <summary>The inspection as it stood when the event at this position had just been recorded.</summary>
    public async Task<Inspection> AsOfAsync(StoreContext context, LoadedInspection inspection, int seq, CancellationToken cancellation) =>
        seq == inspection.Version ? inspection.Inspection
            : await PlanAsync(context, InspectionCase.From(inspection.Case.Recorded.Take(seq), editions), cancellation);

    /// <summary>The inspection as it stood after each fact, from its planning on.</summary>
    public async IAsyncEnumerable<(RecordedEvent Last, Inspection Then)> CourseAsync(
        StoreContext context, LoadedInspection inspection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        InspectionCase? then = null;
        foreach (var recorded in inspection.Case.Recorded)
        {
            then = then?.With([recorded]) ?? InspectionCase.From([recorded], editions);
            if (recorded.Event is Planned or Fact)
            {
                yield return (recorded, await PlanAsync(context, then, cancellation));
            }
        }
    }

    /// <summary>
    /// Appends to what was loaded (or begins an inspection, with null), puts each notice raised into the outbox and refreshes the summary.
    /// All of it or nothing is stored. A fact wakes the engine at once, if that finds anything to do.
    /// </summary>
    /// <param name="context">What else it holds is stored in the same transaction.</param>
    /// <param name="id">The inspection.</param>
    /// <param name="before">As loaded; null to begin.</param>
    /// <param name="events">What happened, in order.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <exception cref="VersionConflictException">Somebody else appended first; nothing was stored.</exception>
    public async Task<LoadedInspection> AppendAsync(
        StoreContext context,
        Guid id,
        LoadedInspection? before,
        IReadOnlyList<InspectionEvent> events,
        Recorder by,
        Instant now,
        CancellationToken cancellation)
    {
        var rows = Chain(id, before, events, by.Text, now);
        var recorded = rows.Zip(events, (row, @event) => new RecordedEvent(row.Seq, row.RecordedAt, by, @event));
        var then = await PlanAsync(context, before?.Case.With(recorded) ?? InspectionCase.From(recorded, editions), cancellation);
        var after = new LoadedInspection(id, then, rows[^1].Hash);
        var isFact = events.Any(@event => @event is Fact or Planned);
        Put(context, before, after, events, rows, wake: isFact ? now : null, isFact ? Settled(after, now) : null);
        await (before is null ? SaveAsync(context, id, cancellation) : SaveLockedAsync(context, id, cancellation));
        return after;
    }

    /// <summary>
    /// Appends what a step of the engine has brought about: the context only holds it, until <see cref="SaveAsync"/> or <see cref="SaveLockedAsync"/> stores it.
    /// </summary>
    /// <param name="context">What else it holds is stored in the same transaction.</param>
    /// <param name="before">As loaded.</param>
    /// <param name="events">What happened, in order.</param>
    /// <param name="after">The inspection with it.</param>
    /// <param name="nextWake">When the engine looks at it again.</param>
    /// <param name="now">The moment of recording.</param>
    internal static void Put(
        StoreContext context,
        LoadedInspection before,
        IReadOnlyList<InspectionEvent> events,
        Inspection after,
        Instant? nextWake,
        Instant now)
    {
        var rows = Chain(before.Id, before, events, Recorder.Engine.Text, now);
        var loaded = new LoadedInspection(before.Id, after, rows[^1].Hash);
        Put(context, before, loaded, events, rows, wake: null, row => (row.WakeAt, row.LastAdvanced) = (nextWake, now));
    }

    private static void Put(
        StoreContext context,
        LoadedInspection? before,
        LoadedInspection after,
        IReadOnlyList<InspectionEvent> events,
        IReadOnlyList<EventRow> rows,
        Instant? wake,
        Action<InspectionRow>? advanced)
    {
        Summarise(context, before, after, wake, advanced);
        context.Events.AddRange(rows);
        context.Notices.AddRange(rows.Zip(events).Where(pair => pair.Second is NoticeRaised).Select(pair => Outbox(pair.First, (NoticeRaised)pair.Second)));
    }

    /// <summary>Stores what the context holds, and empties it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="id">The inspection that it is about; null for several.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <exception cref="VersionConflictException">Somebody else changed the same first; nothing was stored.</exception>
    public static async Task SaveAsync(StoreContext context, Guid? id, CancellationToken cancellation)
    {
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (VersionConflict.IsCause(problem))
        {
            throw id is { } one ? new VersionConflictException(one, problem) : new VersionConflictException(problem);
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>The same for what was put on one inspection, when somebody else may be appending to it.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    internal static async Task SaveLockedAsync(StoreContext context, Guid id, CancellationToken cancellation)
    {
        await using var transaction = await LockAsync(context, id, cancellation);
        await SaveAsync(context, id, cancellation);
        await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
    }

    /// <summary>
    /// On PostgreSQL everybody takes the row of the list before the events: the engine has it already when it appends, and two who took
    /// them in different orders would wait for each other. SQLite has one lock for all.
    /// </summary>
    private static async Task<IDbContextTransaction?> LockAsync(StoreContext context, Guid id, CancellationToken cancellation)
    {
        if (!context.Database.IsNpgsql())
        {
            return null;
        }

        var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellation) : null;
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT FROM inspections WHERE id = {id} FOR UPDATE", cancellation);
            return own;
        }
        catch
        {
            await (own?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>
    /// Where a fact leaves nothing for the engine to do by now, the step counts as taken: it looks again when the clock brings something about.
    /// </summary>
    private static Action<InspectionRow>? Settled(LoadedInspection after, Instant now)
    {
        try
        {
            if (after.Inspection.ClockFact(now) is not null || after.Inspection.Notices(now).Count > 0)
            {
                return null;
            }

            var nextWake = after.Inspection.NextWake(now);
            return row => (row.WakeAt, row.LastAdvanced) = (nextWake, now);
        }
        catch (Exception)
        {
            // A fact is recorded all the same. The engine is woken, meets the same, and says on the inspection what is wrong.
            return null;
        }
    }

    private static void Summarise(StoreContext context, LoadedInspection? before, LoadedInspection after, Instant? wake, Action<InspectionRow>? advanced)
    {
        var (summary, figures) = (InspectionSummary.Of(after), FiguresRow.Of(after));
        summary.WakeAt = wake;
        advanced?.Invoke(summary);
        if (before is null)
        {
            context.Inspections.Add(summary);
            context.Figures.Add(figures);
            return;
        }

        context.Figures.Update(figures);
        var entry = context.Inspections.Update(summary);
        entry.Property(row => row.HeadSeq).OriginalValue = before.Version;
        foreach (var column in advanced is not null ? [] : InspectionSummary.EngineColumns)
        {
            entry.Property(column).IsModified = column == nameof(InspectionRow.WakeAt) && wake is not null;
        }
    }

    private static List<EventRow> Chain(Guid id, LoadedInspection? before, IReadOnlyList<InspectionEvent> events, string by, Instant now)
    {
        var rows = new List<EventRow>(events.Count);
        var (seq, previous) = (before?.Version ?? 0, before?.HeadHash ?? EventHash.Start);
        foreach (var @event in events)
        {
            var payload = EventJson.Write(@event);
            seq++;
            var hash = EventHash.Of(previous, id, seq, now, by, payload);
            rows.Add(new EventRow
            {
                Inspection = id, Seq = seq, RecordedAt = now, By = by, Kind = @event.Kind, Payload = payload, PreviousHash = previous, Hash = hash,
            });
            previous = hash;
        }

        return rows;
    }

    private static OutboxNotice Outbox(EventRow row, NoticeRaised raised) => new()
    {
        Inspection = row.Inspection,
        Key = raised.Key,
        Template = raised.Template,
        Role = raised.To,
        RaisedSeq = row.Seq,
        RaisedAt = row.RecordedAt,
        State = NoticeState.Waiting,
        NextAttempt = row.RecordedAt,
    };

    private async Task<Inspection> PlanAsync(StoreContext context, InspectionCase @case, CancellationToken cancellation) =>
        Inspection.Of(@case, await calendars.GetAsync(context, @case.Calendar, cancellation));
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>The one way to record facts: all of them, what stands beside them and the version they were decided on, in one transaction or not at all.</summary>
public sealed class FactRecording(StoreDatabase database, EventStream stream, IClock clock, ChangeSignal signal)
{
    /// <summary>Records facts, if they can be true of the inspection as it stands, one after the other.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records them.</param>
    /// <param name="facts">In order; built anew if somebody else records in between.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that they were decided on; null for whichever there is.</param>
    /// <param name="alongside">What else is stored, if anything.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    internal async Task<Recording> RecordAsync(
        Guid inspection, Recorder by, IReadOnlyList<BuildFact> facts, int? shown, Alongside? alongside, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(() => TryAsync(context, inspection, by, facts, shown, alongside, cancellation));
    }

    /// <summary>Records one fact, if what it was decided on is still so in the transaction that records it.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isStill">Whether it is still so, of the inspection as it stands then.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    internal async Task<Recording> RecordIfAsync(
        Guid inspection,
        Recorder by,
        BuildFact fact,
        Func<LoadedInspection, bool> isStill,
        CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(() => TryAsync(context, inspection, by, [fact], shown: null, alongside: null, cancellation, isStill));
    }

    /// <summary>One attempt, with what the context holds already.</summary>
    /// <exception cref="VersionConflictException">Somebody else was first; nothing was stored.</exception>
    internal async Task<Recording> TryAsync(
        StoreContext context, Guid inspection, Recorder by, IReadOnlyList<BuildFact> facts, int? shown, Alongside? alongside, CancellationToken cancellation,
        Func<LoadedInspection, bool>? isStill = null)
    {
        if (await stream.FindAsync(context, inspection, cancellation) is not { } loaded)
        {
            return new Recording.Refused("There is no such inspection.");
        }

        if ((shown is not null && shown != loaded.Shown) || isStill?.Invoke(loaded) == false)
        {
            return new Recording.Changed(loaded);
        }

        var recording = await AppendAsync(context, loaded, by, facts, clock.GetCurrentInstant(), alongside, cancellation);
        if (recording is Recording.Recorded)
        {
            signal.Raise(inspection);
        }

        return recording;
    }

    /// <summary>Facts on one of several inspections that share the caller's transaction: a refusal of one is for the caller to give up all.</summary>
    /// <param name="context">Its transaction, which the caller commits; then it raises the signal.</param>
    /// <param name="loaded">The inspection as the caller has loaded it.</param>
    /// <param name="by">Who records them.</param>
    /// <param name="facts">In order.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="alongside">What else is stored, if anything.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <exception cref="VersionConflictException">Somebody else was first; nothing was stored.</exception>
    internal async Task<Recording> AppendAsync(
        StoreContext context,
        LoadedInspection loaded,
        Recorder by,
        IReadOnlyList<BuildFact> facts,
        Instant now,
        Alongside? alongside,
        CancellationToken cancellation)
    {
        try
        {
            if (Build(loaded.Inspection, by, facts, now, out var built) is { } because)
            {
                return new Recording.Refused(because);
            }

            await (alongside?.Invoke(context, loaded, now) ?? Task.CompletedTask);
            return new Recording.Recorded(await stream.AppendAsync(context, loaded.Id, loaded, built, by, now, cancellation));
        }
        catch (OutsideCalendarException outside)
        {
            return new Recording.Refused(outside.Beyond($"With this, the {loaded.Case.Type.Noun}"));
        }
    }

    /// <summary>Begins inspections in the caller's transaction, which the caller commits and then raises the signals.</summary>
    /// <param name="context">Its transaction.</param>
    /// <param name="all">The inspections.</param>
    /// <param name="by">Who plans them.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <returns>The last of them; or why none was begun.</returns>
    internal async Task<Recording> BeginAsync(StoreContext context, IReadOnlyList<Beginning> all, Recorder by, Instant now, CancellationToken cancellation)
    {
        var events = new List<InspectionEvent[]>(all.Count);
        foreach (var each in all)
        {
            if (Build(each.Inspection, by, [.. each.Facts.Select(fact => (BuildFact)((_, _, _) => fact))], now, out var built) is { } because)
            {
                return new Recording.Refused(because);
            }

            events.Add([each.Planned, .. built]);
        }

        LoadedInspection? after = null;
        foreach (var (id, begins) in all.Select(each => each.Id).Zip(events))
        {
            after = await stream.AppendAsync(context, id, before: null, begins, by, now, cancellation);
        }

        return new Recording.Recorded(after!);
    }

    // Each fact has to be true of the case with those before it.
    private static string? Build(Inspection inspection, Recorder by, IReadOnlyList<BuildFact> facts, Instant now, out List<Fact> built)
    {
        built = [];
        foreach (var build in facts)
        {
            var fact = build(inspection.Case, inspection.Timetable, now);
            if (inspection.WhyNot(fact, now) is { } because)
            {
                return because;
            }

            built.Add(fact);
            if (built.Count < facts.Count)
            {
                inspection = inspection.With(fact, now, by);
            }
        }

        return null;
    }
}

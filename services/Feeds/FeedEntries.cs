using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Feeds;

/// <summary>A step as a calendar program shows it.</summary>
/// <param name="Step">The step, with its last known date.</param>
/// <param name="Date">That date.</param>
/// <param name="Stands">It stands in the calendar; otherwise it was withdrawn, held or done.</param>
/// <param name="Sequence">Position of the event that last changed any of this: it only ever grows.</param>
/// <param name="ChangedAt">When that event was recorded.</param>
public sealed record FeedEntry(PlannedStep Step, LocalDate Date, bool Stands, int Sequence, Instant ChangedAt);

/// <summary>
/// Follows the steps of an inspection through its events, so that an entry says by which of them it last changed: two looks without an event
/// between them see the same, and a program that has an older version takes the newer one.
/// </summary>
public sealed class FeedEntries(StoreDatabase database, EventStream stream)
{
    private readonly ConcurrentDictionary<Guid, (string Head, IReadOnlyList<FeedEntry> Entries)> _known = new();

    /// <summary>The entries that ever had a date, in the order of the handbook.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="whose">Which of its steps.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(LoadedInspection inspection, Func<PlannedStep, bool> whose, CancellationToken cancellation)
    {
        // The course is followed once for each event that is new, however many calendars are fetched by the hour.
        if (!_known.TryGetValue(inspection.Id, out var read) || read.Head != inspection.HeadHash)
        {
            _known[inspection.Id] = read = (inspection.HeadHash, await OfAsync(inspection, cancellation));
        }

        return [.. read.Entries.Where(entry => whose(entry.Step))];
    }

    private async Task<IReadOnlyList<FeedEntry>> OfAsync(LoadedInspection inspection, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var entries = new Dictionary<string, FeedEntry>();
        await foreach (var (recorded, then) in stream.CourseAsync(context, inspection, cancellation))
        {
            var steps = then.Timetable.Steps.ToDictionary(step => step.Key);
            foreach (var key in steps.Keys.Union(entries.Keys).ToList())
            {
                if (Next(entries.GetValueOrDefault(key), steps.GetValueOrDefault(key), then.Case, recorded) is { } next)
                {
                    entries[key] = next;
                }
            }
        }

        return [.. entries.Values];
    }

    /// <summary>The entry after an event; null while there is nothing to show.</summary>
    private static FeedEntry? Next(FeedEntry? before, PlannedStep? step, InspectionCase @case, RecordedEvent recorded)
    {
        var stands = @case.IsRunning && step is { Held: false, DueDate: not null } && (step.Met is null || IsAppointment(step));
        var date = stands ? DateOf(step!) : before?.Date;
        if (date is null)
        {
            return null;
        }

        var shown = stands ? step! : before!.Step;
        var same = before is not null && before.Stands == stands && before.Date == date && before.Step.Certainty == shown.Certainty;
        return same ? before : new FeedEntry(shown, date.Value, stands, recorded.Seq, recorded.RecordedAt);
    }

    /// <summary>A meeting or a day on which something begins stays in the calendar when it has come; a deadline that is met goes.</summary>
    private static bool IsAppointment(PlannedStep step) => step.Definition.DoneBy == DoneBy.Clock || step.Definition.Actor != Actor.LocalArea;

    private static LocalDate DateOf(PlannedStep step) =>
        step.Met is { } met ? LondonTime.DateOf(met.At) : step.DueDate!.Value;
}

using System.Text.Json;
using AreaSend.Core.Inspections;

namespace AreaSend.Services.Store;

/// <summary>Reads an inspection's events and makes sure of each that it is what was recorded: cheap enough to be done whenever they are read.</summary>
internal static class EventChain
{
    /// <summary>The events, in order.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="rows">All its rows.</param>
    /// <param name="before">As it was when it had been read up to some of them, which are not read again; null to read all.</param>
    /// <exception cref="BrokenChainException">One was changed, added or put elsewhere, or is none that this version knows; the message says which.</exception>
    public static IReadOnlyList<RecordedEvent> Read(Guid inspection, IReadOnlyList<EventRow> rows, LoadedInspection? before = null)
    {
        var (seq, previous) = (before?.Version ?? 0, before?.HeadHash ?? EventHash.Start);
        var read = new List<RecordedEvent>(rows.Count - seq);
        foreach (var row in rows.Skip(seq))
        {
            seq++;
            if (Wrong(row, seq, previous) is { } what)
            {
                throw new BrokenChainException(inspection, $"event {seq}: {char.ToLowerInvariant(what[0])}{what[1..].TrimEnd('.')}");
            }

            read.Add(EventOf(row) is { } @event
                ? new RecordedEvent(row.Seq, row.RecordedAt, Recorder.Read(row.By), @event)
                : throw new UnknownEventException(inspection, row.Seq));
            previous = row.Hash;
        }

        return read;
    }

    /// <summary>What is wrong with an event by itself and by the one before it, in a sentence; null when nothing is.</summary>
    public static string? Wrong(EventRow row, int expected, string previous) =>
        row.Seq > expected ? "It is missing."
        : row.Seq < expected ? "There are two of it."
        : row.PreviousHash != previous ? "It does not follow from the event before it: events were removed, added or put in another order."
        : row.Hash != EventHash.Of(row) ? "It was changed after it had been recorded."
        : null;

    /// <summary>The event of a row; null when this version knows none such.</summary>
    public static InspectionEvent? EventOf(EventRow row)
    {
        try
        {
            return EventJson.Read(row.Payload) is { } @event && @event.Kind == row.Kind ? @event : null;
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Work;

/// <summary>
/// What somebody noted on the worklist, "rang, 3pm", and until when the inspection need not be looked at. It may be about a person, so it stands beside the
/// events, which hold no personal data. Each stays on record; of those that say until when, the newest counts.
/// </summary>
public sealed class WorkNote
{
    /// <summary>The most letters.</summary>
    public const int Longest = 500;

    /// <summary>Chosen when it is recorded; later ones are greater.</summary>
    public required Guid Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The note, as typed; null where the inspection was only snoozed.</summary>
    public string? Words { get; init; }

    /// <summary>The day on which the inspection is on the worklist again; null where the note does not snooze it.</summary>
    public LocalDate? SnoozedUntil { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Recorder By { get; init; }
}

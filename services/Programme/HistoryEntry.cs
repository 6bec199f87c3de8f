using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>A line in the history of an area that somebody brought in from a file or recorded by hand.</summary>
public sealed class HistoryEntry
{
    /// <summary>Chosen when it is recorded.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>What took place.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>The first on-site day, where it is known.</summary>
    public LocalDate? Starts { get; init; }

    /// <summary>The last on-site day, where it is known.</summary>
    public LocalDate? Ends { get; init; }

    /// <summary>One of <see cref="ActivityResults"/>; null where it is not known.</summary>
    public string? Result { get; init; }

    /// <summary>When its report or letter was published, or the statement was required.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>From a file, or by hand.</summary>
    public required ActivitySource Source { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Recorder By { get; init; }

    /// <summary>When it was taken out again; null while it counts.</summary>
    public Instant? RemovedAt { get; set; }

    /// <summary>Who took it out.</summary>
    public Recorder? RemovedBy { get; set; }

    /// <summary>The same as something that has taken place.</summary>
    public PastActivity AsPast() => new(Kind, Starts, Ends, Result, Published, Source) { Entry = Id };
}

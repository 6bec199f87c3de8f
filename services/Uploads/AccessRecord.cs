using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>That somebody opened a document or saw the selection. No personal data but identifiers.</summary>
public sealed class AccessRecord
{
    /// <summary>Number in the log.</summary>
    public long Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The document; null when it was something else.</summary>
    public Guid? Document { get; init; }

    /// <summary>What was done: <c>download</c>, <c>selection</c>.</summary>
    public required string What { get; init; }

    /// <summary>The role that did it.</summary>
    public required string Role { get; init; }

    /// <summary>The person's entry in the list of people, where they have one.</summary>
    public Guid? Person { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

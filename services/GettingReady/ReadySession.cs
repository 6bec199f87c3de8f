using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>The time that one of an area's people spends in its room for getting ready.</summary>
public sealed class ReadySession
{
    /// <summary>Identifier; the person's cookie holds it, encrypted.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid Person { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When the person signed out or lost the access; null before.</summary>
    public Instant? EndedAt { get; set; }
}

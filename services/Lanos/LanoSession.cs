using NodaTime;

namespace AreaSend.Services.Lanos;

/// <summary>A nominated officer's time in the upload room of one inspection.</summary>
public sealed class LanoSession
{
    /// <summary>Identifier; the officer's cookie holds it, encrypted.</summary>
    public required Guid Id { get; init; }

    /// <summary>The link that began it.</summary>
    public required Guid Link { get; init; }

    /// <summary>The inspection whose room it opens.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The officer.</summary>
    public required Guid Person { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When the officer signed out or the coordinator withdrew the access; null before.</summary>
    public Instant? EndedAt { get; set; }
}

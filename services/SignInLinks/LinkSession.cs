using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>The time that somebody spends in a room after coming in by a link.</summary>
public abstract class LinkSession
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

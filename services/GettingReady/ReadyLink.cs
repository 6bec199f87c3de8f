using AreaSend.Services.Lanos;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>A one-time link that signs one of an area's people in to its room for getting ready. What the link holds is not kept, only its hash.</summary>
public sealed class ReadyLink
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the link's token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Whom it signs in.</summary>
    public required Guid Person { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>From when on it no longer works.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When it was used, replaced or withdrawn; null while it waits.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>What ended it; null while it waits.</summary>
    public LinkEnd? End { get; set; }
}

using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>A link that signs somebody in once. What it holds is not kept, only its hash.</summary>
public abstract class OneTimeLink
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

/// <summary>What ended a link.</summary>
public enum LinkEnd
{
    /// <summary>It started a session.</summary>
    Used,

    /// <summary>A newer one was sent, or another of the same e-mail was used.</summary>
    Replaced,

    /// <summary>A coordinator, or whoever manages the people, withdrew the access.</summary>
    Withdrawn,
}

using NodaTime;

namespace AreaSend.Services.Lanos;

/// <summary>A one-time link that signs a nominated officer in to one inspection. What the link holds is not kept, only its hash.</summary>
public sealed class LanoLink
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the link's token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The inspection it leads to.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The officer whom it signs in.</summary>
    public required Guid Person { get; init; }

    /// <summary>Key of the e-mail that carries it.</summary>
    public required string MailKey { get; init; }

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

    /// <summary>The coordinator withdrew the officer's access.</summary>
    Withdrawn,
}

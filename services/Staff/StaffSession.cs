using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>
/// The time between somebody's signing in and out. It is kept here, and not in the cookie alone, so that it can be ended from outside and read by every
/// replica.
/// </summary>
public sealed class StaffSession
{
    /// <summary>Identifier; the person's cookie holds it, encrypted.</summary>
    public required Guid Id { get; init; }

    /// <summary>The <see cref="StaffMember"/>.</summary>
    public required Guid Person { get; init; }

    /// <summary>Claims and tokens, encrypted by the host.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When it began. It ends at the latest so many hours later, however busy it is.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>When it ends by itself unless it is used before.</summary>
    public required Instant ExpiresAt { get; set; }

    /// <summary>When the identity provider last said that the person still has these roles.</summary>
    public required Instant ConfirmedAt { get; set; }

    /// <summary>When the identity provider was last asked that: of several requests at once, one asks.</summary>
    public required Instant AskedAt { get; set; }
}

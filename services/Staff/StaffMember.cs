using AreaSend.Services.Areas;
using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>
/// Somebody of an inspectorate who has signed in, as the identity provider names them. Events hold <see cref="Id"/> alone, so that a history can say who
/// recorded something years after the person has left.
/// </summary>
public sealed class StaffMember
{
    /// <summary>What events call the person.</summary>
    public required Guid Id { get; init; }

    /// <summary>The identity provider that vouches for the person: the <c>iss</c> of its tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>What that provider calls the person for ever: the <c>sub</c> of its tokens. Names and addresses change.</summary>
    public required string Subject { get; init; }

    /// <summary>The person's name, as of the last sign-in.</summary>
    public required string Name { get; set; }

    /// <summary>The person's e-mail address, as of the last sign-in; null where the provider gives none.</summary>
    public string? Email { get; set; }

    /// <summary>The person had the role of a coordinator at the last sign-in, and can be assigned to inspections.</summary>
    public bool Coordinates { get; set; }

    /// <summary>The <see cref="Sight.Text"/> of the regions that the person was limited to at the last sign-in; null for no limit.</summary>
    public string? Regions { get; set; }

    /// <summary>When the person first signed in.</summary>
    public required Instant FirstSeenAt { get; init; }

    /// <summary>When the person last signed in.</summary>
    public required Instant LastSeenAt { get; set; }
}

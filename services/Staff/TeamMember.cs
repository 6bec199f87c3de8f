using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>Somebody on the team of one inspection, from a first day to a last, both among them.</summary>
public sealed class TeamMember : IInARole
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The person's entry among those who have signed in.</summary>
    public required Guid Staff { get; init; }

    /// <summary>The first day on the team.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day on the team; null while it goes on.</summary>
    public LocalDate? To { get; set; }
}

using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Work;

/// <summary>Who coordinates an inspection from a moment on. Each stays on record; the newest counts.</summary>
public sealed class Assignment
{
    /// <summary>Chosen when it is recorded; later ones are greater.</summary>
    public required Guid Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The <see cref="Staff.StaffMember"/>; null for nobody.</summary>
    public Guid? Coordinator { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Recorder By { get; init; }
}

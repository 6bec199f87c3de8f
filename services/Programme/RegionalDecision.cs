using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>
/// The regional director decided that the next full inspection of an area comes sooner, or that a monitoring inspection is carried out (¶ 19, 21).
/// </summary>
public sealed class RegionalDecision
{
    /// <summary>Chosen when it is recorded.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>Which inspection it is.</summary>
    public ProgrammedKind Kind { get; init; } = ProgrammedKind.Full;

    /// <summary>The day of the decision.</summary>
    public required LocalDate Decided { get; init; }

    /// <summary>The day by which the inspection is to take place.</summary>
    public required LocalDate DueBy { get; init; }

    /// <summary>Why, for the inspectorates.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Recorder By { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public Instant? WithdrawnAt { get; set; }

    /// <summary>Who withdrew it.</summary>
    public Recorder? WithdrawnBy { get; set; }

    /// <summary>For the record of the area.</summary>
    public BroughtForward AsBroughtForward() => new(Decided, DueBy, Reason) { Kind = Kind };
}

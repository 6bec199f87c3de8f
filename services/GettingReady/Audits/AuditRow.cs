using NodaTime;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>The audit of one EHC plan by an area's own people. It holds the plan's reference number and nothing else of the child or young person.</summary>
public sealed class AuditRow
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>What the area's own system calls the plan (<see cref="PlanReference"/>).</summary>
    public required string Reference { get; init; }

    /// <summary>The first auditor.</summary>
    public required Guid Auditor { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant BegunAt { get; init; }

    /// <summary>When the first auditor had finished; null before.</summary>
    public Instant? FinishedAt { get; set; }

    /// <summary>Another person, who grades the same plan again; null while nobody does.</summary>
    public Guid? Moderator { get; set; }

    /// <summary>When the moderator had finished; null before.</summary>
    public Instant? ModeratedAt { get; set; }
}

/// <summary>How far the audit of a plan has come.</summary>
public enum AuditStanding
{
    /// <summary>The first auditor grades.</summary>
    UnderWay,

    /// <summary>The first auditor has finished.</summary>
    Finished,

    /// <summary>A second auditor grades the same plan.</summary>
    BeingModerated,

    /// <summary>Both have finished.</summary>
    Moderated,
}

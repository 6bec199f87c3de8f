using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>How far an area has come with one of the seven steps, as its people have written it down.</summary>
public sealed class StepRow
{
    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>The step's key.</summary>
    public required string Step { get; init; }

    /// <summary>How far it has come.</summary>
    public required StepStanding Standing { get; set; }

    /// <summary>Who sees to it; empty while nobody does.</summary>
    public required string Owner { get; set; }

    /// <summary>What shows it, and where that is.</summary>
    public required string Evidence { get; set; }

    /// <summary>When it is looked at again; null where no day is set.</summary>
    public LocalDate? ReviewOn { get; set; }

    /// <summary>When this was written.</summary>
    public required Instant ChangedAt { get; set; }

    /// <summary>Which of the area's people wrote it.</summary>
    public required Guid ChangedBy { get; set; }
}

/// <summary>How far a step has come.</summary>
public enum StepStanding
{
    /// <summary>Nobody has begun.</summary>
    NotStarted,

    /// <summary>It is worked on.</summary>
    UnderWay,

    /// <summary>It is so, and the evidence shows it.</summary>
    InPlace,
}

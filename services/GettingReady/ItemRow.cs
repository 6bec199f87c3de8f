using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>How an area stands with one item of Annex A, as its people have written it down. The document itself is not here.</summary>
public sealed class ItemRow
{
    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>The item's key.</summary>
    public required string Item { get; init; }

    /// <summary>Whether it could be handed in as it is.</summary>
    public required bool IsReady { get; set; }

    /// <summary>Who sees to it; empty while nobody does.</summary>
    public required string Owner { get; set; }

    /// <summary>Where it is kept.</summary>
    public required string Place { get; set; }

    /// <summary>When it was last brought up to date; null where nobody has said.</summary>
    public LocalDate? UpToDateOn { get; set; }

    /// <summary>When this was written.</summary>
    public required Instant ChangedAt { get; set; }

    /// <summary>Which of the area's people wrote it.</summary>
    public required Guid ChangedBy { get; set; }
}

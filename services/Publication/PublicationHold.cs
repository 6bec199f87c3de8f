using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Publication;

/// <summary>
/// A hold of publication that a coordinator set for one inspection, a region or the country. Each inspection that it covers has it among its events.
/// </summary>
public sealed class PublicationHold
{
    /// <summary>Chosen by the form: sent twice, it holds once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which inspections it covers.</summary>
    public required HoldScope Scope { get; init; }

    /// <summary>The Ofsted region, where it covers one.</summary>
    public string? Region { get; init; }

    /// <summary>The inspection, where it covers one.</summary>
    public Guid? Inspection { get; init; }

    /// <summary>The first day on which reports may be published again.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Why, in words that areas read.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, for Ofsted and CQC alone; null where nothing was said.</summary>
    public string? PrivateReason { get; init; }

    /// <summary>When it was set.</summary>
    public required Instant SetAt { get; init; }

    /// <summary>Who set it.</summary>
    public required Recorder By { get; init; }

    /// <summary>When it was lifted before its day; null while it was not.</summary>
    public Instant? LiftedAt { get; set; }

    /// <summary>Why it was lifted, in words that areas read.</summary>
    public string? LiftedBecause { get; set; }

    /// <summary>Why it was lifted, for Ofsted and CQC alone; null where nothing was said.</summary>
    public string? LiftedPrivately { get; set; }
}

/// <summary>Which inspections a hold of publication covers.</summary>
public enum HoldScope
{
    /// <summary>One inspection.</summary>
    Inspection,

    /// <summary>Every inspection in an Ofsted region, as where there are local elections.</summary>
    Region,

    /// <summary>Every inspection, as before a general election.</summary>
    Country,
}

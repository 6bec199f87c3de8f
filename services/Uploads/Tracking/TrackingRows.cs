using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Uploads.Tracking;

/// <summary>The draw behind an inspection's selection (¶ 90 to 92), so that it can be done over.</summary>
public sealed class TrackingDrawRow
{
    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>What was drawn by, as a number without sign.</summary>
    public required string Seed { get; init; }

    /// <summary>The documents that it was drawn from.</summary>
    public required List<Guid> Documents { get; init; }

    /// <summary>What the selection does not meet, in sentences.</summary>
    public required List<string> Unmet { get; init; }

    /// <summary>Who selected.</summary>
    public required Recorder By { get; init; }

    /// <summary>When.</summary>
    public required Instant SelectedAt { get; init; }
}

/// <summary>
/// A child or young person selected for tracking. Of all that the lists say of them only the unique ID is kept, for inspectors and the nominated officer alone.
/// </summary>
public sealed class TrackedChildRow
{
    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The letter by which everyone else knows them: A for Child A.</summary>
    public required string Letter { get; init; }

    /// <summary>The local authority's own identifier.</summary>
    public required string UniqueId { get; init; }

    /// <summary>Whether inspectors chose the child themselves: in the place of one that was drawn, or without a draw.</summary>
    public required bool ByHand { get; init; }
}

namespace AreaSend.Services.Store;

/// <summary>
/// Why something was recorded, for Ofsted and CQC alone. It may be about a person, so it stands beside the events, which hold no personal data, and can be
/// removed.
/// </summary>
public sealed class PrivateReason
{
    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Position of the fact that it stands beside.</summary>
    public required int Seq { get; init; }

    /// <summary>The reason, as typed.</summary>
    public required string Words { get; init; }
}

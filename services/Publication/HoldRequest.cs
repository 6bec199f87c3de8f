using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Publication;

/// <summary>A hold that a coordinator wants to set.</summary>
/// <param name="Id">Chosen by the form.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Region">The Ofsted region, where it covers one.</param>
/// <param name="Inspection">The inspection, where it covers one.</param>
/// <param name="Until">The first day on which reports may be published again.</param>
/// <param name="Reason">Why, in words that areas read.</param>
public sealed record HoldRequest(Guid Id, HoldScope Scope, string? Region, Guid? Inspection, LocalDate Until, string Reason)
{
    /// <summary>Why, for Ofsted and CQC alone; null where nothing is said.</summary>
    public string? PrivateReason { get; init; }

    /// <summary>Whether it covers an inspection.</summary>
    internal bool Covers(InspectionRow row) => Scope switch
    {
        HoldScope.Inspection => row.Id == Inspection,
        HoldScope.Region => LocalAuthorities.Find(row.Area)?.Region == Region,
        _ => true,
    };
}

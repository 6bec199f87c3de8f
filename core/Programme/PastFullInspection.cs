using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>A full inspection whose report has been published: public facts, some of which the public record may lack.</summary>
/// <param name="OnSiteStarts">S, where it is known.</param>
/// <param name="OnSiteEnds">E, where it is known.</param>
/// <param name="Outcome">1, 2 or 3, where it is known.</param>
/// <param name="Published">P.</param>
public sealed record PastFullInspection(LocalDate? OnSiteStarts, LocalDate? OnSiteEnds, int? Outcome, LocalDate Published)
{
    /// <summary>R: the day on which the area received the final report, where it is known; the public record does not have it.</summary>
    public LocalDate? Received { get; init; }

    /// <summary>The edition that it keeps for life, where AreaSend holds it: what follows from it is counted by that one, here as on its own pages.</summary>
    public FrameworkEdition? Edition { get; init; }

    /// <summary>The day that the next one is counted from: E, or P where the record has no on-site days.</summary>
    internal LocalDate CountedFrom => OnSiteEnds ?? Published;
}

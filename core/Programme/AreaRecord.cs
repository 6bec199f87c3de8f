using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>What is on record about one area and bears on when it is inspected next.</summary>
/// <param name="Area">The authority's three-figure code.</param>
/// <param name="Full">Its full inspections under the framework, in any order.</param>
/// <param name="Monitored">The last on-site days of its monitoring inspections.</param>
/// <param name="CameIntoBeing">The day a new area came into being (¶ 24); null for the others.</param>
/// <param name="WrittenStatementNotRevisited">It has a written statement of action and was not re-visited under the earlier framework (¶ 23).</param>
/// <param name="BroughtForward">What the regional director decided, if anything (¶ 19, 21).</param>
public sealed record AreaRecord(
    string Area,
    IReadOnlyList<PastFullInspection> Full,
    IReadOnlyList<LocalDate> Monitored,
    LocalDate? CameIntoBeing = null,
    bool WrittenStatementNotRevisited = false,
    BroughtForward? BroughtForward = null);

/// <summary>The regional director (¶ 19, 21) or the letter of a monitoring inspection (¶ 173) decided that the next full inspection comes sooner.</summary>
/// <param name="Decided">The day of the decision: a full inspection published later answers it.</param>
/// <param name="By">The day by which it is to take place.</param>
/// <param name="Reason">Why, in the regional director's words.</param>
public sealed record BroughtForward(LocalDate Decided, LocalDate By, string Reason)
{
    /// <summary>The letter of a monitoring inspection says so (¶ 173); otherwise the regional director decided.</summary>
    public bool ByLetter { get; init; }
}

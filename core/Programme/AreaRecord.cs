using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>What is on record about one area and bears on when it is inspected next.</summary>
/// <param name="Area">The authority's three-figure code.</param>
/// <param name="Full">Its full inspections under the framework, in any order.</param>
/// <param name="Monitored">The last on-site days of its monitoring inspections.</param>
/// <param name="CameIntoBeing">The day a new area came into being (¶ 24); null for the others.</param>
/// <param name="WrittenStatementNotRevisited">It has a written statement of action and was not re-visited under the earlier framework (¶ 23).</param>
public sealed record AreaRecord(
    string Area,
    IReadOnlyList<PastFullInspection> Full,
    IReadOnlyList<LocalDate> Monitored,
    LocalDate? CameIntoBeing = null,
    bool WrittenStatementNotRevisited = false)
{
    /// <summary>
    /// What was decided to take place sooner (¶ 19, 21, 173), in any order. Each sets a limit of its own: none can put off what another has brought forward.
    /// </summary>
    public IReadOnlyList<BroughtForward> BroughtForward { get; init; } = [];
}

/// <summary>
/// The regional director decided that an inspection comes sooner than planned, or that there is a monitoring inspection where none was due (¶ 19, 21, 162); or
/// the letter
/// of a monitoring inspection says that the next full inspection does (¶ 173), and it can say so of no other.
/// </summary>
/// <param name="Decided">The day of the decision: an inspection after it answers it.</param>
/// <param name="By">The day by which it is to take place.</param>
/// <param name="Reason">Why, in the regional director's words.</param>
public sealed record BroughtForward(LocalDate Decided, LocalDate By, string Reason)
{
    /// <summary>Which inspection it is.</summary>
    public ProgrammedKind Kind { get; init; } = ProgrammedKind.Full;

    /// <summary>The letter of a monitoring inspection says so (¶ 173); otherwise the regional director decided.</summary>
    public bool ByLetter { get; init; }
}

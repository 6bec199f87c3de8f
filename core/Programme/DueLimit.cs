using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>A day by which an inspection has to take place, and the rule that sets it.</summary>
/// <param name="Basis">The kind of rule.</param>
/// <param name="By">The last day for the on-site days.</param>
/// <param name="Because">The rule and what it was counted from, in a sentence.</param>
/// <param name="Cites">Paragraphs of the handbook.</param>
public sealed record DueLimit(DueBasis Basis, LocalDate By, string Because, IReadOnlyList<int> Cites)
{
    /// <summary>The edition of the inspection that it follows from, which that keeps for life; null where the programme's own edition says it.</summary>
    public FrameworkEdition? Edition { get; init; }
}

/// <summary>What an inspection is due after.</summary>
public enum DueBasis
{
    /// <summary>The last full inspection and its outcome (¶ 18, 20).</summary>
    LastInspection,

    /// <summary>No full inspection in the cycle yet (¶ 18).</summary>
    NeverInspected,

    /// <summary>A written statement of action that was not re-visited (¶ 23).</summary>
    WrittenStatement,

    /// <summary>The area is new (¶ 24).</summary>
    NewArea,

    /// <summary>The regional director (¶ 19, 21) or the letter of a monitoring inspection (¶ 173) brought it forward.</summary>
    BroughtForward,
}

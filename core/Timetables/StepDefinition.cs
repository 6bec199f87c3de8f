using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>One row of a framework edition's timetable.</summary>
/// <param name="Key">Stable name, used by the API, the command line and overrides.</param>
/// <param name="Title">What is to be done, as a coordinator would say it.</param>
/// <param name="Actor">Who has to do it.</param>
/// <param name="Due">By when.</param>
/// <param name="Cites">Paragraphs of the edition's handbook.</param>
/// <param name="DoneBy">What shows that it is done.</param>
public sealed record StepDefinition(string Key, string Title, Actor Actor, DueRule Due, IReadOnlyList<int> Cites, DoneBy DoneBy)
{
    /// <summary>The rule of <see cref="Due"/> in words, written once: every timetable shows it.</summary>
    public string Rule { get; } = Due.Show();

    /// <summary>The anchor that this step's happening brings about, if any.</summary>
    public Anchor? Marks { get; init; }

    /// <summary>The outcomes (1 to 3) for which the row stands; empty for all.</summary>
    public IReadOnlyList<int> OnlyForOutcomes { get; init; } = [];

    /// <summary>An open complaint holds the step: it has no date until the complaint is resolved (¶ 138).</summary>
    public bool HeldByComplaint { get; init; }

    /// <summary>What we decided where the handbook is silent; null where it speaks.</summary>
    public string? ProductRule { get; init; }

    /// <summary>Whether the row stands in an inspection with this outcome; any row may while the outcome is unknown.</summary>
    public bool AppliesTo(Outcome? outcome) =>
        outcome is null || OnlyForOutcomes.Count == 0 || OnlyForOutcomes.Contains(outcome.Number);
}

/// <summary>What shows that a step is done.</summary>
public enum DoneBy
{
    /// <summary>The engine does it and records it when its time comes.</summary>
    Clock,

    /// <summary>Somebody does it and it is recorded; until then it is owed.</summary>
    Record,

    /// <summary>An appointment, a right or an outer limit: it may be recorded, but it passes with its day and is never overdue.</summary>
    Passing,
}

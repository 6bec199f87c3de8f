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
    public string Rule => Due.Words;

    /// <summary>The anchor that this step's happening brings about, if any.</summary>
    public Anchor? Marks { get; init; }

    /// <summary>The outcomes (1 to 3) for which the row stands; empty for all.</summary>
    public IReadOnlyList<int> OnlyForOutcomes { get; init; } = [];

    /// <summary>
    /// The row stands only in an inspection of which this is so: that something was asked for, or a plan required; null where it always stands.
    /// </summary>
    public Func<InspectionCase, bool>? OnlyWhen { get; init; }

    /// <summary>
    /// The same in words, for tables that show what may come: <c>if the letter requires a priority action plan</c>; null for rows that always stand.
    /// </summary>
    public string? OnlyIf { get; init; }

    /// <summary>
    /// The happening after which the step is no longer owed, late or not: what has not been met by then, and by its own deadline, is recorded as not
    /// received. Null where it stays owed until it is met.
    /// </summary>
    public Anchor? OwedUntil { get; init; }

    /// <summary>An open complaint holds the step: it has no date until the complaint is resolved (¶ 138).</summary>
    public bool HeldByComplaint { get; init; }

    /// <summary>The part of the inspection that it belongs to.</summary>
    public Stage Stage { get; init; }

    /// <summary>The kind of fact that shows it done; null where items of Annex A do, or nothing that is recorded.</summary>
    public Type? MetBy { get; init; }

    /// <summary>The fact that comes by itself on the due day; null where somebody has to record it.</summary>
    public ClockFact? ByClock { get; init; }

    /// <summary>The kind of fact that undoes it, so that it is owed again: a plan sent back.</summary>
    public Type? ReopenedBy { get; init; }

    /// <summary>Key of the step that has to be done before; null where nothing has to be.</summary>
    public string? After { get; init; }

    /// <summary>
    /// Key of the step that it comes after in the handbook's order, where nothing forbids the other order: whoever records it earlier is warned.
    /// </summary>
    public string? Follows { get; init; }

    /// <summary>The area may do it and need not: its date is the last day of a right, which nobody may cut short unseen.</summary>
    public bool IsRight { get; init; }

    /// <summary>What leaves no more room for it.</summary>
    public Closure? ClosedBy { get; init; }

    /// <summary>How a refusal speaks of it; null where it may happen again and nothing waits for it.</summary>
    public StepWords? Words { get; init; }

    /// <summary>How far the inspection has come once it is done; null where it makes no difference to that.</summary>
    public InspectionPhase? Begins { get; init; }

    /// <summary>The part of the inspection that is on once it is done; null where it makes no difference to that.</summary>
    public Stage? Opens { get; init; }

    /// <summary>The inspection is complete when every such row that stands in it is done.</summary>
    public bool Completes { get; init; }

    /// <summary>Who else is told when its date moves.</summary>
    public Audience Tells { get; init; }

    /// <summary>
    /// The nominated officer takes part in it or prepares it, though others act: it stands in the officer's calendar beside what the area does.
    /// </summary>
    public bool WithOfficer { get; init; }

    /// <summary>What goes on from its day to that of another step, as a span of days in calendar programs; null where nothing is shown so.</summary>
    public StepWindow? Window { get; init; }

    /// <summary>That it stands in a timetable gives the outcome away, so before publication nobody outside is told of it.</summary>
    public bool Discloses { get; init; }

    /// <summary>What it is called before publication, where its title would give the outcome away.</summary>
    public string? UntilPublished { get; init; }

    /// <summary>What says so, where that is no paragraph of the edition's handbook; null where paragraphs are cited.</summary>
    public string? Source { get; init; }

    /// <summary>What we decided where the handbook is silent; null where it speaks.</summary>
    public string? ProductRule { get; init; }

    /// <summary>How sure it is that the edition says so.</summary>
    public Provenance Provenance { get; init; } = Provenance.OwnText;

    /// <summary>What says so, in a sentence, with its paragraphs; what is carried over says whose they are.</summary>
    public string SaysSo
    {
        get
        {
            var where = Source ?? $"Handbook, {(Cites.Count == 1 ? "paragraph" : "paragraphs")} {string.Join(", ", Cites)}";
            return !Provenance.IsConfirmed
                    ? $"{where}{(Source is null ? $" of {Provenance.Source}" : "")}. Carried over from {Provenance.Source}: that the edition of this inspection says the same is not confirmed."
                : Provenance == Provenance.OwnText ? $"{where}."
                : $"{where}. Confirmed by {Provenance.Source}.";
        }
    }

    /// <summary>Whether the row stands in an inspection, as far as it is known.</summary>
    public bool StandsIn(InspectionCase @case) => AppliesTo(@case.Outcome) && OnlyWhen?.Invoke(@case) != false;

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

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>A step of one inspection, with its date.</summary>
/// <param name="Definition">The row it comes from.</param>
/// <param name="DueDate">The London date on which it is due; null while it has none.</param>
/// <param name="Certainty">Whether the date is fixed or a forecast.</param>
/// <param name="Why">How the date came about.</param>
/// <param name="Met">That and when it was done.</param>
/// <param name="Held">A complaint holds it.</param>
public sealed record PlannedStep(StepDefinition Definition, LocalDate? DueDate, Certainty Certainty, DueWhy Why, StepMet? Met, bool Held)
{
    /// <summary>Its date is the day until which publication is held: it comes on that day or after it, where otherwise a date is the last day.</summary>
    public bool NotBefore { get; init; }

    /// <summary>The row's key.</summary>
    public string Key => Definition.Key;

    /// <summary>The moment its deadline ends: at its clock time, else when its day ends in London. Null while it has no date.</summary>
    public Instant? Due => DueDate is { } date ? DueAt(date) : null;

    /// <summary>Whether it cannot be done any more, because what closes it has happened: comments on the draft, once the final report is shared.</summary>
    public bool IsClosedIn(InspectionCase @case) => Met is null && Definition.ClosedBy is { } closure && @case.Met.ContainsKey(closure.Step);

    /// <summary>Done, but after its deadline. What the engine does begins at its hour, so it is late only on a later day.</summary>
    public bool MetLate => Met is { } met && (Definition.DoneBy == DoneBy.Clock ? LondonTime.DateOf(met.At) > DueDate : IsLate(met.At));

    /// <summary>Whether what happened at this moment came after the deadline. What comes on the stroke of a clock time is in time.</summary>
    public bool IsLate(Instant at) => Due is { } due && (Definition.Due.By is null ? at >= due : at > due);

    internal Instant DueAt(LocalDate date) =>
        Definition.Due.By is { } time ? LondonTime.At(date, time) : LondonTime.EndOf(date);
}

/// <summary>Whether a date is certain. A screen, e-mail or feed always says which.</summary>
public enum Certainty
{
    /// <summary>Counted from something that has happened, or that planning has set.</summary>
    Fixed,

    /// <summary>Counted from a day on which something is due but has not happened yet.</summary>
    Forecast,
}

/// <summary>Why a date is what it is.</summary>
/// <param name="Rule">The row's rule in words.</param>
/// <param name="Anchor">What it was counted from.</param>
/// <param name="AnchorDate">The day it was counted from; null while that is not known.</param>
/// <param name="Count">Working days counted, negative for backwards; null where calendar months are counted or nothing is.</param>
/// <param name="Skipped">Each day passed over.</param>
/// <param name="Adjustments">What moved the date after that, in sentences.</param>
public sealed record DueWhy(
    string Rule, Anchor Anchor, LocalDate? AnchorDate, int? Count, IReadOnlyList<SkippedDay> Skipped, IReadOnlyList<string> Adjustments)
{
    /// <summary>The anchor in the words of the kind of inspection: <c>the day the draft letter is shared</c>.</summary>
    public string CountedFrom { get; init; } = Anchor.Show();
}

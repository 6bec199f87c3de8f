namespace AreaSend.Core.Timetables;

/// <summary>How sure it is that an edition says what a row or a rule of its table says.</summary>
/// <param name="IsConfirmed">Something says so: the edition's text, what has been published about it, or somebody who has read it.</param>
/// <param name="Source">What says so, for a sentence; where nothing does, the edition that it is carried over from: <c>the edition of 30 January
/// 2024</c>.</param>
public sealed record Provenance(bool IsConfirmed, string Source)
{
    /// <summary>The table was written from the edition's own text.</summary>
    public static Provenance OwnText { get; } = new(true, "the edition's own text");

    /// <summary>The edition's text was not to be had, but this says so.</summary>
    public static Provenance ConfirmedBy(string source) => new(true, source);

    /// <summary>Nothing says so: it is what the edition before has, and paragraph numbers are that edition's.</summary>
    public static Provenance CarriedOverFrom(FrameworkEdition former) => new(false, former.Title);

    /// <summary>For machine-readable output: <c>confirmed</c>, <c>carried-over</c>.</summary>
    public string Key => IsConfirmed ? "confirmed" : "carried-over";

    /// <summary>For tables: <c>confirmed</c>, <c>carried over</c>.</summary>
    public string Show() => IsConfirmed ? "confirmed" : "carried over";
}

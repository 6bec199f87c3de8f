using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>What moves a date away from its rule, in the order in which it was recorded.</summary>
/// <param name="Seq">Position of the event in the stream.</param>
public abstract record Adjustment(int Seq);

/// <summary>The inspection stood still from one moment to another (¶ 80).</summary>
public sealed record Pause(int Seq, Instant From, Instant To) : Adjustment(Seq);

/// <summary>A deadline set by hand.</summary>
public sealed record SetByHand(int Seq, string Step, LocalDate Due, string Reason) : Adjustment(Seq);

/// <summary>Due dates that a change of bank holidays left as they were, because they were past or done.</summary>
public sealed record LeftAsItWas(int Seq, IReadOnlyDictionary<string, LocalDate> Due) : Adjustment(Seq);

/// <summary>That and when a step was done.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Seq">The event that says so.</param>
public sealed record StepMet(Instant At, int Seq);

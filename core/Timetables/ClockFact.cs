using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>A fact that the clock brings about by itself.</summary>
/// <param name="Hour">The London clock time on the due day; null for at once when what the step hangs on has happened.</param>
/// <param name="Fact">The fact, from the moment at which it happens.</param>
public sealed record ClockFact(LocalTime? Hour, Func<Instant, Fact> Fact);

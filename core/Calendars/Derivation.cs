using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>How a date was counted: from which day, how many working days, and which days did not count.</summary>
/// <param name="Start">Day 0; it is never counted.</param>
/// <param name="Count">Working days counted: forwards when positive, backwards when negative.</param>
/// <param name="Answer">The day the count arrives at.</param>
/// <param name="Skipped">Every day between that did not count, in the order in which the count passes it.</param>
public sealed record Derivation(LocalDate Start, int Count, LocalDate Answer, IReadOnlyList<SkippedDay> Skipped);

/// <summary>A day that a count passed over.</summary>
/// <param name="Date">The day.</param>
/// <param name="Because"><c>weekend</c>, or the bank holiday with its note.</param>
public sealed record SkippedDay(LocalDate Date, string Because);

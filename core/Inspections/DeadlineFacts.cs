using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The lead inspector set a deadline by hand.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Due">Its new due date; a clock time of the rule stays.</param>
/// <param name="Reason">Why, in words that the area may read.</param>
/// <param name="Moved">The dates that moved: the step's own and those that hang on it.</param>
/// <param name="OnSiteDays">For the last on-site day, set before notification: how many working days are planned on site from then on, wherever the first of
/// them comes to lie; otherwise null.</param>
public sealed record DeadlineOverridden(
    Instant HappenedAt, string Step, LocalDate Due, string Reason, IReadOnlyList<MovedDate> Moved, int? OnSiteDays = null) : Fact(HappenedAt);

/// <summary>The bank holidays changed. Open dates are counted anew; what was past or done keeps its date.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Calendar">Version of the bank holidays counted with from now on.</param>
/// <param name="Why">What changed, in words: which day was added or taken away.</param>
/// <param name="Settled">Due dates that stay as they were, by key of the step.</param>
/// <param name="Moved">The open dates that moved.</param>
public sealed record CalendarChanged(
    Instant HappenedAt, string Calendar, string Why, IReadOnlyDictionary<string, LocalDate> Settled, IReadOnlyList<MovedDate> Moved) : Fact(HappenedAt);

using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Something a person owes.</summary>
/// <param name="Standing">How pressing it is.</param>
/// <param name="Owes">Who owes it.</param>
/// <param name="What">In a sentence for the worklist.</param>
/// <param name="Step">The step it belongs to; null for notices and decisions.</param>
/// <param name="DueDate">By when, as a London date; null where no date is set.</param>
/// <param name="Due">The moment the deadline ends; null where no date is set.</param>
/// <param name="Since">For what waits: since when.</param>
/// <param name="Notice">For what has not been served: the key of the notice.</param>
public sealed record Duty(
    Standing Standing, Actor Owes, string What, string? Step, LocalDate? DueDate, Instant? Due, Instant? Since = null, string? Notice = null);

/// <summary>How pressing a duty is, most pressing first.</summary>
public enum Standing
{
    /// <summary>A notice has not been served, and the law counts from its service.</summary>
    NotServed,

    /// <summary>Its deadline has passed.</summary>
    Overdue,

    /// <summary>Its deadline is today.</summary>
    DueToday,

    /// <summary>It waits for a decision that has no deadline.</summary>
    Waiting,

    /// <summary>Its deadline lies ahead and its date is fixed.</summary>
    Upcoming,
}

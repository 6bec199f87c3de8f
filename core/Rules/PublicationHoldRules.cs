using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>When publication can be held, and when a hold can be lifted.</summary>
internal static class PublicationHoldRules
{
    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact, Instant now) => fact switch
    {
        PublicationHeld when @case.HasHappened(Anchor.Published) =>
            $"The {@case.Type.Product.Show()} has already been published, so there is no publication left to hold.",
        PublicationHeld held => FactRules.NeedsReason(held.Reason)
            ?? BadDay(plan.Calendar, held.Until, LondonTime.DateOf(now)),
        PublicationHoldLifted lifted when !@case.PublicationHolds.ContainsKey(lifted.Hold) => "This hold is not in force any more, so it cannot be lifted.",
        _ => null,
    };

    /// <summary>Why a report cannot be published on this day; null when no hold stands in the way.</summary>
    public static string? Blocks(InspectionCase @case, LocalDate on) =>
        @case.PublicationHold is { } hold && on < hold.Until
            ? $"Publication is held until {LondonTime.Show(hold.Until)}: {hold.Reason.TrimEnd('.')}. Lift the hold first, or wait for that day."
            : null;

    private static string? BadDay(WorkingDayCalendar calendar, LocalDate until, LocalDate today) =>
        until <= today ? $"{LondonTime.Show(until)} has come already. Choose a day that lies ahead."
        : until.Year > calendar.LastYear ? $"Bank holidays are known only for {calendar.FirstYear} to {calendar.LastYear}. Choose a day within those years, or refresh the bank holidays on the page Calendar."
        : null;
}

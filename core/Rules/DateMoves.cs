using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Builds the facts that move dates, with the dates that they move: for the preview before they are recorded, and for the record itself.</summary>
public static class DateMoves
{
    /// <summary>The pause ends now.</summary>
    public static InspectionResumed Resume(InspectionCase @case, Timetable plan, Instant now)
    {
        var fact = new InspectionResumed(now, []);
        return fact with { Moved = MovedBy(@case, plan, fact, plan.Calendar) };
    }

    /// <summary>A deadline is set by hand.</summary>
    public static DeadlineOverridden Override(InspectionCase @case, Timetable plan, string step, LocalDate due, string reason, Instant now)
    {
        var fact = new DeadlineOverridden(now, step, due, reason, [], OnSiteDays(@case, plan, step, due));
        return fact with { Moved = MovedBy(@case, plan, fact, plan.Calendar) };
    }

    /// <summary>The bank holidays changed. What is done, or was past before the change (or before the pause that is on), keeps its date.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable by the old bank holidays.</param>
    /// <param name="calendar">The new ones.</param>
    /// <param name="version">Their version.</param>
    /// <param name="why">What changed, in words.</param>
    /// <param name="now">The present moment.</param>
    public static CalendarChanged ChangeCalendar(
        InspectionCase @case, Timetable plan, WorkingDayCalendar calendar, string version, string why, Instant now)
    {
        var ranUntil = @case.Paused?.HappenedAt ?? now;
        var settled = plan.Steps
            .Where(step => step.DueDate is not null && (step.Met is not null || (step.Certainty == Certainty.Fixed && step.Due <= ranUntil)))
            .ToDictionary(step => step.Key, step => step.DueDate!.Value);
        var fact = new CalendarChanged(now, version, why, settled, []);
        return fact with { Moved = MovedBy(@case, plan, fact, calendar) };
    }

    /// <summary>Publication is held until a day.</summary>
    public static PublicationHeld Hold(InspectionCase @case, Timetable plan, Guid hold, LocalDate until, string reason, Instant now)
    {
        var fact = new PublicationHeld(now, hold, until, reason, []);
        return fact with { Moved = MovedBy(@case, plan, fact, plan.Calendar) };
    }

    /// <summary>A hold of publication ends now.</summary>
    public static PublicationHoldLifted Lift(InspectionCase @case, Timetable plan, Guid hold, string reason, Instant now)
    {
        var fact = new PublicationHoldLifted(now, hold, reason, []);
        return fact with { Moved = MovedBy(@case, plan, fact, plan.Calendar) };
    }

    // Before notification the on-site days move as one: what is kept is how many they are.
    private static int? OnSiteDays(InspectionCase @case, Timetable plan, string step, LocalDate due) =>
        step == @case.RowOf(Anchor.OnSiteEnds)?.Key && @case.Notification is null && due >= @case.PlannedOnSite && due.Year <= plan.Calendar.LastYear
            ? plan.Calendar.Between(@case.PlannedOnSite, due) + 1
            : null;

    private static IReadOnlyList<MovedDate> MovedBy(InspectionCase @case, Timetable plan, Fact fact, WorkingDayCalendar calendar) =>
        Timetable.Moved(plan, Timetable.Plan(@case.With(fact, fact.HappenedAt, Recorder.Unknown), calendar));
}

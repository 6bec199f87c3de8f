using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>A deadline may be set by hand, with a reason, but never before the deadline that it hangs on.</summary>
internal static class OverrideRules
{
    public static string? WhyNot(InspectionCase @case, Timetable plan, DeadlineOverridden set, Instant now)
    {
        if (plan.Find(set.Step) is not { } step)
        {
            return $"This {@case.Type.Noun} has no step {set.Step}.";
        }

        return FactRules.NeedsReason(set.Reason) ?? NotMovable(@case, step) ?? BadDay(@case, step, plan, set.Due, now);
    }

    private static string? NotMovable(InspectionCase @case, PlannedStep step) =>
        step.Met is { } met ? $"{step.Definition.Title} is done since {LondonTime.Show(LondonTime.DateOf(met.At))}; its deadline cannot be moved any more."
        : @case.NotReceived.ContainsKey(step.Key)
            ? $"{step.Definition.Title}: this stopped being owed when {Until(@case, step)}. What still comes in is taken."
        : step.Held ? "A complaint holds publication, so it has no deadline that could be moved. Record the resolution first."
        : step.Definition.Due is NoDate || step.DueDate is null ? $"{step.Definition.Title} has no date yet that could be moved."
        : @case.Notification is null && step.Definition.Marks != @case.Type.PlannedFor && step.Definition.Marks != Anchor.OnSiteEnds
            ? @case.Type.IsInspection
                ? "Before notification only the on-site days can be moved; the other dates follow from them."
                : $"Until the self-evaluation is asked for, only {@case.Type.PlannedFor.Show()} can be moved; the other dates follow from it."
        : null;

    // In the words of the row that it was owed until: the on-site days ended, the meeting was held.
    private static string Until(InspectionCase @case, PlannedStep step) =>
        step.Definition.OwedUntil is { } until && @case.RowOf(until)?.Words is { } words ? words.Happened.Small() : "its time was over";

    private static string? BadDay(InspectionCase @case, PlannedStep step, Timetable plan, LocalDate due, Instant now)
    {
        var today = LondonTime.DateOf(now);
        if (due < today || step.DueAt(due) <= now)
        {
            return $"{LondonTime.Show(due)} has passed. Choose a day that lies ahead.";
        }

        var calendar = plan.Calendar;
        if (due.Year < calendar.FirstYear || due.Year > calendar.LastYear)
        {
            return $"Bank holidays are known only for {calendar.FirstYear} to {calendar.LastYear}. Choose a day within those years, or refresh the bank holidays on the page Calendar.";
        }

        if (calendar.WhyNotWorking(due) is { } because)
        {
            return $"{LondonTime.Show(due)} is not a working day ({because}). Choose a working day.";
        }

        var isPlanned = step.Definition.Marks == @case.Type.PlannedFor;
        return @case.Notification is null && isPlanned ? SameDay(step, due) ?? NoticeKept(@case, plan, due, today)
            : isPlanned && !@case.Type.IsInspection ? null
            : Order(plan, step, due) ?? TooLong(plan, step, due);
    }

    private static string? SameDay(PlannedStep step, LocalDate due) =>
        due == step.DueDate ? "That is the day it is planned for. Choose another, or leave it as it is." : null;

    // Before notification only the on-site week can move, and notification moves with it.
    private static string? NoticeKept(InspectionCase @case, Timetable plan, LocalDate due, LocalDate today)
    {
        var earliest = plan.Calendar.Plus(plan.Calendar.NextOrSame(today), @case.NoticeInWorkingDays);
        return due < earliest ? @case.Type.TooSoon(@case.NoticeInWorkingDays, earliest) : null;
    }

    private static string? TooLong(Timetable plan, PlannedStep step, LocalDate due) =>
        step.Definition.Marks == Anchor.OnSiteEnds && step.Why.AnchorDate is { } first
            ? OnSiteLength.WhyNot(plan.Calendar, first, due, plan.Type.LeastOnSiteDays)
            : null;

    private static string? Order(Timetable plan, PlannedStep step, LocalDate due)
    {
        // The on-site week and the end of week 1 both run from notification.
        var (name, date) = step.Definition.Due is OnSiteDay or EndOfWeek
            ? (Anchor.NotificationDay.Show(), plan.NotificationDay)
            : (step.Why.CountedFrom, step.Why.AnchorDate ?? due);
        return due < date ? $"{step.Definition.Title} hangs on {name}, {LondonTime.Show(date)}. Choose that day or a later one." : null;
    }
}

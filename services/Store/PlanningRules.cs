using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Which on-site weeks can be planned at all; what planning merely warns of is in <see cref="PlanningWarnings"/>.</summary>
public static class PlanningRules
{
    /// <summary>Why an inspection cannot begin on site on this day, in a sentence; null when it can.</summary>
    /// <param name="edition">The edition it is planned under.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="onSiteStarts">S.</param>
    /// <param name="onSiteEnds">E, where it is set; null for the edition's own number of days.</param>
    /// <param name="grounds">Why there is a monitoring inspection; null for other kinds.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="OutsideCalendarException">A day lies outside the known years.</exception>
    public static string? WhyNot(FrameworkEdition edition, string kind, WorkingDayCalendar calendar, LocalDate onSiteStarts, LocalDate? onSiteEnds, MonitoringGrounds? grounds, Instant now)
    {
        if (NotWorking(calendar, onSiteStarts) is { } because)
        {
            return because;
        }

        var type = edition.Find(kind)!;
        var notice = edition.NoticeOf(type);
        var today = LondonTime.DateOf(now);
        return calendar.Minus(onSiteStarts, notice) < today
            ? $"The area has {notice} working days' notice, so inspectors can come on site on "
                + $"{LondonTime.Show(calendar.Plus(calendar.NextOrSame(today), notice))} at the earliest."
            : (onSiteEnds is { } ends ? OnSiteLength.WhyNot(calendar, onSiteStarts, ends, type.LeastOnSiteDays) : null)
                ?? (type.Result == ResultForm.PriorityAreas ? MonitoringGrounds.WhyNot(grounds) : null);
    }

    /// <summary>That nobody comes on site on such a day, in a sentence; null when it is a working day.</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside the known years.</exception>
    public static string? NotWorking(WorkingDayCalendar calendar, LocalDate onSiteStarts) => calendar.WhyNotWorking(onSiteStarts) is { } because
        ? $"{LondonTime.Show(onSiteStarts)} is not a working day ({because}). Choose a working day, usually a Monday."
        : null;

    /// <summary>How many on-site days that makes; null for the kind's own number, so that it is no deviation.</summary>
    public static int? OnSiteDays(InspectionType type, WorkingDayCalendar calendar, LocalDate onSiteStarts, LocalDate? onSiteEnds) =>
        onSiteEnds is { } ends && calendar.Between(onSiteStarts, ends) + 1 is var days && days != type.OnSiteDays ? days : null;

    /// <summary>Says that an inspection planned for this day has dates that no calendar knows yet, in the words of who planned it.</summary>
    public static string Beyond(LocalDate onSiteStarts, OutsideCalendarException outside) =>
        $"An inspection on site from {LondonTime.Show(onSiteStarts)} would have dates outside {outside.FirstYear} to {outside.LastYear}, the years whose bank holidays are known. "
        + "Choose another day, or refresh the bank holidays on the page Calendar.";
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Which on-site weeks can be planned at all; what planning merely warns of is in <see cref="PlanningWarnings"/>.</summary>
public static class PlanningRules
{
    /// <summary>Why an inspection cannot begin on site on this day, in a sentence; null when it can.</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside the known years.</exception>
    public static string? WhyNot(FrameworkEdition edition, string kind, WorkingDayCalendar calendar, LocalDate onSiteStarts, Instant now)
    {
        if (calendar.WhyNotWorking(onSiteStarts) is { } because)
        {
            return $"{LondonTime.Show(onSiteStarts)} is not a working day ({because}). Choose a working day, usually a Monday.";
        }

        var notice = edition.NoticeOf(edition.Find(kind)!);
        var today = LondonTime.DateOf(now);
        return calendar.Minus(onSiteStarts, notice) < today
            ? $"The area has {notice} working days' notice, so inspectors can come on site on "
                + $"{LondonTime.Show(calendar.Plus(calendar.NextOrSame(today), notice))} at the earliest."
            : null;
    }
}

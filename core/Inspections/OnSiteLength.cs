using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>How long inspectors can be on site. Five days are usual; real inspections have had seven.</summary>
public static class OnSiteLength
{
    /// <summary>More is a date that was mistyped.</summary>
    public const int MostDays = 15;

    /// <summary>Why this cannot be the last on-site day, in a sentence; null when it can.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="first">S.</param>
    /// <param name="last">E.</param>
    /// <exception cref="OutsideCalendarException">A day lies outside the known years.</exception>
    public static string? WhyNot(WorkingDayCalendar calendar, LocalDate first, LocalDate last) =>
        last < first ? $"The last on-site day cannot come before the first, {LondonTime.Show(first)}. Choose that day or a later one."
        : calendar.WhyNotWorking(last) is { } because ? $"{LondonTime.Show(last)} is not a working day ({because}). Choose a working day."
        : calendar.Between(first, last) + 1 is var days && days > MostDays ? $"From {LondonTime.Show(first)} to {LondonTime.Show(last)} are {days} working days; inspectors are on site for {MostDays} at most. Check both days."
        : null;
}

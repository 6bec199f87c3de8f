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
    /// <param name="least">The fewest days that the kind of inspection can have.</param>
    /// <exception cref="OutsideCalendarException">A day lies outside the known years.</exception>
    public static string? WhyNot(WorkingDayCalendar calendar, LocalDate first, LocalDate last, int least = 1) =>
        last < first ? $"The last on-site day cannot come before the first, {LondonTime.Show(first)}. Choose that day or a later one."
        : calendar.WhyNotWorking(last) is { } because ? $"{LondonTime.Show(last)} is not a working day ({because}). Choose a working day."
        : calendar.Between(first, last) + 1 is var days && days < least
            ? $"Inspectors are on site for at least {least} days. Choose {LondonTime.Show(calendar.Plus(first, least - 1))} or a later day."
        : days > MostDays
            ? $"From {LondonTime.Show(first)} to {LondonTime.Show(last)} are {days} working days; inspectors are on site for {MostDays} at most. Check both days."
        : null;
}

using AreaSend.Core.Calendars;

namespace AreaSend.Core.Tests.Calendars;

/// <summary>The rule of timetable.md done on one's fingers: one day at a time, no table. What the calendar must agree with.</summary>
internal sealed class DayWalk(BankHolidaySet bankHolidays)
{
    private readonly HashSet<LocalDate> _holidays = [.. bankHolidays.Holidays.Select(holiday => holiday.Date)];

    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !_holidays.Contains(date);

    public LocalDate Plus(LocalDate start, int count)
    {
        var date = start;
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(Math.Sign(count));
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>Working days after the start, up to and including the end.</summary>
    public int WorkingDaysAfter(LocalDate start, LocalDate end)
    {
        var count = 0;
        for (var date = start.PlusDays(1); date <= end; date = date.PlusDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }
}

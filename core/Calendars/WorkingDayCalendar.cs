using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>
/// Working days in England: Monday to Friday except the bank holidays of England and Wales. Immutable and safe to share.
/// Every count is one look-up in a table of ranks, whatever its length.
/// </summary>
public sealed class WorkingDayCalendar
{
    // The n-th working day is workingDays[n]; rank[d] says how many working days there are up to and including day d,
    // so the working day n after d is workingDays[rank[d] + n - 1]. monthStart turns a date into d without division.
    private readonly LocalDate[] _workingDays;
    private readonly int[] _rank;
    private readonly int[] _monthStart;

    /// <summary>Builds the table for every day of the set's known years.</summary>
    public WorkingDayCalendar(BankHolidaySet bankHolidays)
    {
        BankHolidays = bankHolidays;
        (FirstYear, LastYear) = (bankHolidays.FirstYear, bankHolidays.LastYear);
        var first = new LocalDate(FirstYear, 1, 1);
        var days = Period.DaysBetween(first, new LocalDate(LastYear + 1, 1, 1));
        _rank = new int[days];
        _monthStart = new int[(LastYear - FirstYear + 1) * 12];
        var working = new List<LocalDate>(days);
        var date = first;
        for (var day = 0; day < days; day++, date = date.PlusDays(1))
        {
            if (date.Day == 1)
            {
                _monthStart[MonthIndex(date)] = day;
            }

            if (!IsWeekend(date) && bankHolidays.On(date) is null)
            {
                working.Add(date);
            }

            _rank[day] = working.Count;
        }

        _workingDays = [.. working];
    }

    /// <summary>The bank holidays counted with.</summary>
    public BankHolidaySet BankHolidays { get; }

    /// <summary>The first year the calendar knows.</summary>
    public int FirstYear { get; }

    /// <summary>The last year the calendar knows.</summary>
    public int LastYear { get; }

    /// <summary>Whether the day is Monday to Friday and no bank holiday.</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside the known years.</exception>
    public bool IsWorkingDay(LocalDate date) => IsWorkingDay(DayIndex(date));

    /// <summary>
    /// The day <paramref name="count"/> working days after <paramref name="start"/>, which is day 0 and not counted whether or not
    /// it is a working day. A negative count goes backwards; a count of 0 is the start itself.
    /// </summary>
    /// <example>Five working days after Christmas Eve 2024 is Friday 3 January 2025: 25 and 26 December, 1 January and the weekend do not count.</example>
    /// <exception cref="OutsideCalendarException">The start or the answer lies outside the known years.</exception>
    public LocalDate Plus(LocalDate start, int count)
    {
        var day = DayIndex(start);
        if (count == 0)
        {
            return start;
        }

        // Backwards, a start that is itself a working day has to be stepped over first: it is day 0.
        var passed = count > 0 ? _rank[day] - 1 : day == 0 ? 0 : _rank[day - 1];
        var target = (long)passed + count;
        return (ulong)target < (ulong)_workingDays.Length
            ? _workingDays[target]
            : throw Outside($"{InWords(Math.Abs((long)count))} {(count > 0 ? "after" : "before")} {LondonTime.Show(start)} was asked for");
    }

    /// <summary>The day <paramref name="count"/> working days before <paramref name="start"/>; see <see cref="Plus"/>.</summary>
    /// <exception cref="OutsideCalendarException">The start or the answer lies outside the known years.</exception>
    public LocalDate Minus(LocalDate start, int count) => Plus(start, checked(-count));

    /// <summary>
    /// How many working days lie after <paramref name="start"/> up to and including <paramref name="end"/>; negative when the end comes
    /// first, and then counted from the end up to but not including the start, so that it undoes <see cref="Plus"/> either way.
    /// </summary>
    /// <exception cref="OutsideCalendarException">Either day lies outside the known years.</exception>
    public int Between(LocalDate start, LocalDate end)
    {
        var (from, to) = (DayIndex(start), DayIndex(end));
        return from <= to ? _rank[to] - _rank[from] : (to == 0 ? 0 : _rank[to - 1]) - (from == 0 ? 0 : _rank[from - 1]);
    }

    /// <summary>The day itself if it is a working day, else the next one.</summary>
    /// <exception cref="OutsideCalendarException">The day or the answer lies outside the known years.</exception>
    public LocalDate NextOrSame(LocalDate date) => IsWorkingDay(date) ? date : Plus(date, 1);

    /// <summary>The day itself if it is a working day, else the one before.</summary>
    /// <exception cref="OutsideCalendarException">The day or the answer lies outside the known years.</exception>
    public LocalDate PreviousOrSame(LocalDate date) => IsWorkingDay(date) ? date : Plus(date, -1);

    /// <summary>What <see cref="Plus"/> answers, with each day that did not count and why.</summary>
    /// <exception cref="OutsideCalendarException">The start or the answer lies outside the known years.</exception>
    public Derivation Derive(LocalDate start, int count)
    {
        var answer = Plus(start, count);
        return new Derivation(start, count, answer, Skipped(start, answer));
    }

    /// <summary>The days after one and before another that are no working days, with why, in the order in which a count from the first passes them.</summary>
    /// <exception cref="OutsideCalendarException">Either day lies outside the known years.</exception>
    public IReadOnlyList<SkippedDay> Skipped(LocalDate from, LocalDate to)
    {
        var (first, last) = (DayIndex(from), DayIndex(to));
        var step = Math.Sign(last - first);
        var skipped = new List<SkippedDay>();
        for (var day = first + step; first != last && day != last; day += step)
        {
            if (!IsWorkingDay(day))
            {
                var date = from.PlusDays(day - first);
                skipped.Add(new SkippedDay(date, WhyNotWorking(date)!));
            }
        }

        return skipped;
    }

    /// <summary><c>weekend</c>, the bank holiday with its note (<c>Boxing Day (substitute day)</c>), or null for a working day.</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside the known years.</exception>
    public string? WhyNotWorking(LocalDate date) =>
        IsWorkingDay(date) ? null : IsWeekend(date) ? "weekend" : BankHolidays.On(date)!.Show();

    /// <summary>How many working days, for a sentence: <c>1 working day</c>, <c>35 working days</c>.</summary>
    public static string InWords(long days) => days == 1 ? "1 working day" : $"{days} working days";

    private bool IsWorkingDay(int day) => _rank[day] != (day == 0 ? 0 : _rank[day - 1]);

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private int MonthIndex(LocalDate date) => ((date.Year - FirstYear) * 12) + date.Month - 1;

    private int DayIndex(LocalDate date)
    {
        var month = MonthIndex(date);
        return (uint)month < (uint)_monthStart.Length
            ? _monthStart[month] + date.Day - 1
            : throw Outside($"{LondonTime.Show(date)} was asked for");
    }

    private OutsideCalendarException Outside(string what) => new(what, FirstYear, LastYear);
}

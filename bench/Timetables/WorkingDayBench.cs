using AreaSend.Core.Calendars;
using AreaSend.Services.ReferenceData;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AreaSend.Bench.Timetables;

/// <summary>Adding working days, beside a walk from day to day. Target: 20 ns, the same for 5 and for 250.</summary>
public class WorkingDayBench
{
    private static readonly LocalDate Start = new(2025, 3, 14);
    private readonly WorkingDayCalendar _calendar = new(BankHolidayFeed.Parse(ShippedFile.BankHolidays()));

    [Params(5, 25, 250)]
    public int Days { get; set; }

    [Benchmark]
    public LocalDate Plus() => _calendar.Plus(Start, Days);

    [Benchmark(Baseline = true)]
    public LocalDate DayWalk()
    {
        var date = Start;
        for (var left = Days; left > 0;)
        {
            date = date.PlusDays(1);
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && _calendar.BankHolidays.On(date) is null)
            {
                left--;
            }
        }

        return date;
    }
}

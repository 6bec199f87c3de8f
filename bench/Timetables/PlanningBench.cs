using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.ReferenceData;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AreaSend.Bench.Timetables;

/// <summary>Planning one inspection: all its steps with their dates and how they came about. Target: 20 µs.</summary>
[MemoryDiagnoser]
public class PlanningBench
{
    private readonly WorkingDayCalendar _calendar = new(BankHolidayFeed.Parse(ShippedFile.BankHolidays()));

    [Benchmark]
    public Timetable Plan() => Timetable.Preview(Editions.Shipped.Current, InspectionKind.Full, new LocalDate(2025, 9, 22), _calendar);
}

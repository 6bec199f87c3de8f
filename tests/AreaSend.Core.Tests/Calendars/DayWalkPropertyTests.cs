using AreaSend.Core.Calendars;
using CsCheck;

namespace AreaSend.Core.Tests.Calendars;

/// <summary>Whatever the day and the count, the table of ranks says what walking day by day says.</summary>
public sealed class DayWalkPropertyTests
{
    private static readonly WorkingDayCalendar Calendar = Published.Calendar;
    private static readonly DayWalk Walk = new(Calendar.BankHolidays);

    // Far enough from both ends that 60 working days (13 weeks with Christmas) stay within the known years.
    private static readonly Gen<LocalDate> Day = Gen.Int[0, 5_950].Select(new LocalDate(2012, 5, 1).PlusDays);
    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, 6_209].Select(new LocalDate(2012, 1, 1).PlusDays);

    [Fact]
    public void Plus_AMillionDaysAndCounts_AgreesWithTheWalk() =>
        Gen.Select(Day, Gen.Int[-60, 60]).Sample(
            (start, count) => Calendar.Plus(start, count) == Walk.Plus(start, count), iter: 1_000_000);

    [Fact]
    public void Between_TheStartAndWhereACountArrives_IsThatCount() =>
        // True from any start, a weekend's too: day 0 is never counted, on the way there or back.
        Gen.Select(Day, Gen.Int[-60, 60]).Sample(
            (start, count) => Calendar.Between(start, Calendar.Plus(start, count)) == count, iter: 100_000);

    [Fact]
    public void Plus_ThereAndBackFromAWorkingDay_ReturnsToIt() =>
        Gen.Select(Day.Where(Walk.IsWorkingDay), Gen.Int[-60, 60]).Sample(
            (start, count) => Calendar.Minus(Calendar.Plus(start, count), count) == start, iter: 100_000);

    [Fact]
    public void Plus_InTwoParts_ArrivesWhereOnePartDoes() =>
        Gen.Select(Day, Gen.Int[1, 30], Gen.Int[1, 30]).Sample(
            (start, first, second) => Calendar.Plus(Calendar.Plus(start, first), second) == Calendar.Plus(start, first + second), iter: 100_000);

    [Fact]
    public void Plus_ALaterStart_NeverArrivesEarlier() =>
        Gen.Select(Day, Gen.Int[-60, 60]).Sample(
            (start, count) => Calendar.Plus(start, count) <= Calendar.Plus(start.PlusDays(1), count), iter: 100_000);

    [Fact]
    public void Between_AnyTwoDays_AgreesWithTheWalk() =>
        Gen.Select(AnyDay, Gen.Int[0, 400]).Sample(
            (start, length) =>
            {
                var end = LocalDate.Min(start.PlusDays(length), new LocalDate(2028, 12, 31));
                return Calendar.Between(start, end) == Walk.WorkingDaysAfter(start, end);
            },
            iter: 20_000);

    [Fact]
    public void NextAndPreviousOrSame_AnyDay_AreTheNearestWorkingDays() =>
        Day.Sample(
            day =>
            {
                var (next, previous) = (Calendar.NextOrSame(day), Calendar.PreviousOrSame(day));
                return Walk.IsWorkingDay(next) && Walk.IsWorkingDay(previous) && previous <= day && day <= next
                    && Walk.WorkingDaysAfter(previous, next) == (previous == next ? 0 : 1);
            },
            iter: 50_000);

    [Fact]
    public void Derive_AnyCount_SkipsExactlyTheDaysBetweenThatDoNotWork() =>
        Gen.Select(Day, Gen.Int[-60, 60]).Sample(
            (start, count) =>
            {
                var derivation = Calendar.Derive(start, count);
                var step = Math.Sign(count);
                var idle = new List<LocalDate>();
                for (var date = start; date != derivation.Answer;)
                {
                    date = date.PlusDays(step);
                    if (!Walk.IsWorkingDay(date))
                    {
                        idle.Add(date);
                    }
                }

                return derivation.Answer == Walk.Plus(start, count) && idle.SequenceEqual(derivation.Skipped.Select(day => day.Date));
            },
            iter: 50_000);
}

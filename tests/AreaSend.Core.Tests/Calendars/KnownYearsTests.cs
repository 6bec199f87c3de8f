using AreaSend.Core.Calendars;

namespace AreaSend.Core.Tests.Calendars;

public sealed class KnownYearsTests
{
    private static readonly LocalDate FirstDay = new(2012, 1, 1);
    private static readonly LocalDate LastDay = new(2028, 12, 31);
    private static readonly WorkingDayCalendar Calendar = Published.Calendar;

    [Fact]
    public void FirstAndLastYear_OfTheNewestFeed_AreThoseOfItsHolidays() =>
        Assert.Equal((2012, 2028), (Calendar.FirstYear, Calendar.LastYear));

    [Fact]
    public void IsWorkingDay_OnTheFirstAndTheLastKnownDay_Answers() =>
        // A Sunday before the substitute New Year's Day of 2012, and a Sunday at the end of 2028.
        Assert.Equal((false, false), (Calendar.IsWorkingDay(FirstDay), Calendar.IsWorkingDay(LastDay)));

    [Fact]
    public void Plus_ToTheLastWorkingDayKnown_Answers() =>
        Assert.Equal(new LocalDate(2028, 12, 29), Calendar.Plus(new LocalDate(2028, 12, 28), 1));

    [Fact]
    public void Minus_ToTheFirstWorkingDayKnown_Answers() =>
        Assert.Equal(new LocalDate(2012, 1, 3), Calendar.Minus(new LocalDate(2012, 1, 4), 1));

    [Fact]
    public void Between_TheFirstAndTheLastDay_IsEveryWorkingDayThereIs()
    {
        var all = Calendar.Between(FirstDay, LastDay);

        Assert.Equal(new DayWalk(Calendar.BankHolidays).WorkingDaysAfter(FirstDay, LastDay), all);
        Assert.Equal(-all, Calendar.Between(LastDay, FirstDay));
    }

    public static TheoryData<string, Func<object?>> BeyondTheKnownYears { get; } = new()
    {
        { "1 working day after Friday 29 December 2028", () => Calendar.Plus(new LocalDate(2028, 12, 29), 1) },
        { "1 working day after Sunday 31 December 2028", () => Calendar.Plus(LastDay, 1) },
        { "30 working days after Friday 1 December 2028", () => Calendar.Derive(new LocalDate(2028, 12, 1), 30) },
        { "1 working day before Tuesday 3 January 2012", () => Calendar.Minus(new LocalDate(2012, 1, 3), 1) },
        { "1 working day before Sunday 1 January 2012", () => Calendar.Plus(FirstDay, -1) },
        { "2147483647 working days after Wednesday 1 January 2020", () => Calendar.Plus(new LocalDate(2020, 1, 1), int.MaxValue) },
        { "2147483648 working days before Wednesday 1 January 2020", () => Calendar.Plus(new LocalDate(2020, 1, 1), int.MinValue) },
        { "Monday 1 January 2029", () => Calendar.IsWorkingDay(new LocalDate(2029, 1, 1)) },
        { "Saturday 31 December 2011", () => Calendar.WhyNotWorking(new LocalDate(2011, 12, 31)) },
        { "Monday 1 January 2029", () => Calendar.Plus(new LocalDate(2029, 1, 1), 0) },
        { "Monday 1 January 2029", () => Calendar.Between(FirstDay, new LocalDate(2029, 1, 1)) },
        { "Saturday 31 December 2011", () => Calendar.Between(new LocalDate(2011, 12, 31), LastDay) },
        { "1 working day after Sunday 31 December 2028", () => Calendar.NextOrSame(LastDay) },
        { "1 working day before Sunday 1 January 2012", () => Calendar.PreviousOrSame(FirstDay) },
    };

    [Theory]
    [MemberData(nameof(BeyondTheKnownYears))]
    public void AnyQuestion_BeyondTheKnownYears_IsRefusedWithTheYearsThatAreKnown(string what, Func<object?> ask)
    {
        var refusal = Assert.Throws<OutsideCalendarException>(ask);

        Assert.Equal(
            $"{what} was asked for, but bank holidays are known only for 2012 to 2028. Refresh the bank holidays, or choose a date within those years.",
            refusal.Message);
        Assert.Equal((2012, 2028), (refusal.FirstYear, refusal.LastYear));
    }
}

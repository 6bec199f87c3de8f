using AreaSend.Functions.Triggers;

namespace AreaSend.Functions.Tests.Triggers;

public class RefreshBankHolidaysTests
{
    // Called at 5am and 6am by UTC: on every day of two years, clock changes among them, exactly one of the two is 6am in London.
    [Fact]
    public void IsTime_EveryDayOfTwoYears_OnceADay()
    {
        for (var day = new LocalDate(2025, 1, 1); day.Year < 2027; day = day.PlusDays(1))
        {
            Assert.True(RefreshBankHolidays.IsTime(At(day, 5)) ^ RefreshBankHolidays.IsTime(At(day, 6)), $"{day}");
        }
    }

    [Theory]
    [InlineData("2026-03-28", 6)] // the day before clocks go forward
    [InlineData("2026-03-29", 5)] // the day they do
    [InlineData("2026-10-24", 5)] // the day before they go back
    [InlineData("2026-10-25", 6)] // the day they do
    public void IsTime_AroundClockChanges_IsSixInLondon(string day, int hour)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Assert.True(RefreshBankHolidays.IsTime(At(date, hour)));
    }

    private static Instant At(LocalDate day, int hour) => day.AtMidnight().PlusHours(hour).InUtc().ToInstant();
}

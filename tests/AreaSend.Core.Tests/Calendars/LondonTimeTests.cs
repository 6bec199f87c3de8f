using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Calendars;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2025-09-09", 11, 0, "2025-09-09T11:00:00+01:00", "2025-09-09T10:00:00Z", "summer time")]
    [InlineData("2025-12-09", 11, 0, "2025-12-09T11:00:00+00:00", "2025-12-09T11:00:00Z", "winter time")]
    [InlineData("2025-03-30", 0, 30, "2025-03-30T00:30:00+00:00", "2025-03-30T00:30:00Z", "before the clocks go forward")]
    [InlineData("2025-03-30", 2, 0, "2025-03-30T02:00:00+01:00", "2025-03-30T01:00:00Z", "after the clocks went forward")]
    [InlineData("2025-10-26", 0, 30, "2025-10-26T00:30:00+01:00", "2025-10-25T23:30:00Z", "before the clocks go back")]
    [InlineData("2025-10-26", 1, 30, "2025-10-26T01:30:00+01:00", "2025-10-26T00:30:00Z", "the hour that comes twice: the earlier one")]
    [InlineData("2025-10-26", 2, 0, "2025-10-26T02:00:00+00:00", "2025-10-26T02:00:00Z", "after the clocks went back")]
    public void At_ADateAndAClockTime_IsThatMomentInLondon(string date, int hour, int minute, string iso, string utc, string reason)
    {
        var moment = LondonTime.At(WorkingDayTests.Iso(date), new LocalTime(hour, minute));

        Assert.True(moment.ToString() == utc, $"{reason}: {moment}");
        Assert.Equal(iso, LondonTime.Iso(moment));
    }

    [Fact]
    public void At_AnHourThatTheClocksSkip_IsNotAnError() =>
        // 1:30am on 30 March 2025 does not exist; the moment an hour and a half after midnight is meant.
        Assert.Equal(Instant.FromUtc(2025, 3, 30, 1, 30), LondonTime.At(new LocalDate(2025, 3, 30), new LocalTime(1, 30)));

    [Theory]
    [InlineData("2025-03-30", 23, "the clocks go forward")]
    [InlineData("2025-10-26", 25, "the clocks go back")]
    [InlineData("2025-06-02", 24, "an ordinary day")]
    public void EndOf_ADay_IsTheNextMidnightInLondon(string day, int hours, string reason)
    {
        var date = WorkingDayTests.Iso(day);

        Assert.True(LondonTime.EndOf(date) - LondonTime.StartOf(date) == Duration.FromHours(hours), reason);
        Assert.Equal(LondonTime.StartOf(date.PlusDays(1)), LondonTime.EndOf(date));
    }

    [Theory]
    [InlineData("2025-06-02T22:59:59Z", "2025-06-02", "a second before midnight in summer")]
    [InlineData("2025-06-02T23:00:00Z", "2025-06-03", "midnight in summer")]
    [InlineData("2025-12-02T23:59:59Z", "2025-12-02", "a second before midnight in winter")]
    public void DateOf_AMoment_IsTheDateInLondon(string utc, string date, string reason) =>
        Assert.True(LondonTime.DateOf(NodaTime.Text.InstantPattern.General.Parse(utc).Value) == WorkingDayTests.Iso(date), reason);

    [Theory]
    [InlineData(11, 0, "11am")]
    [InlineData(17, 30, "5:30pm")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(12, 0, "12pm")]
    public void Show_AClockTime_IsWrittenAsPeopleSayIt(int hour, int minute, string text) =>
        Assert.Equal(text, LondonTime.Show(new LocalTime(hour, minute)));

    [Fact]
    public void Show_DatesAndMoments_AreWrittenOut()
    {
        var date = new LocalDate(2026, 1, 6);

        Assert.Equal("Tuesday 6 January 2026", LondonTime.Show(date));
        Assert.Equal("Tue 6 Jan 2026", LondonTime.ShowShort(date));
        Assert.Equal("Tuesday 6 January 2026, 11am", LondonTime.Show(LondonTime.At(date, new LocalTime(11, 0))));
    }
}

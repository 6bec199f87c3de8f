using AreaSend.Core.Calendars;

namespace AreaSend.Core.Tests.Calendars;

public sealed class WorkingDayTests
{
    // A day, and what keeps people from work on it; nothing when they work.
    [Theory]
    [InlineData("2012-06-04", "Spring bank holiday (substitute day)", "moved from 28 May to join the Diamond Jubilee")]
    [InlineData("2012-06-05", "Queen’s Diamond Jubilee (extra bank holiday)", "one-off")]
    [InlineData("2012-05-28", null, "where the spring holiday would have been")]
    [InlineData("2020-05-08", "Early May bank holiday (VE day)", "moved to a Friday for the 75th anniversary")]
    [InlineData("2020-05-04", null, "the Monday it moved from")]
    [InlineData("2022-06-02", "Spring bank holiday", "moved from 30 May to join the Platinum Jubilee")]
    [InlineData("2022-06-03", "Platinum Jubilee bank holiday", "one-off, a Friday")]
    [InlineData("2022-05-30", null, "where the spring holiday would have been")]
    [InlineData("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II", "proclaimed nine days before")]
    [InlineData("2023-05-08", "Bank holiday for the coronation of King Charles III", "one-off, the second Monday in May")]
    [InlineData("2023-05-01", "Early May bank holiday", "stood as well as the coronation's")]
    [InlineData("2015-12-28", "Boxing Day (substitute day)", "substitute: the 26th was a Saturday")]
    [InlineData("2016-12-27", "Christmas Day (substitute day)", "substitute: the 25th was a Sunday, and Boxing Day keeps Monday")]
    [InlineData("2016-12-26", "Boxing Day", "its own day")]
    [InlineData("2021-12-27", "Christmas Day (substitute day)", "substitute: the 25th was a Saturday")]
    [InlineData("2021-12-28", "Boxing Day (substitute day)", "substitute: the 26th was a Sunday")]
    [InlineData("2022-01-03", "New Year’s Day (substitute day)", "substitute: the 1st was a Saturday")]
    [InlineData("2017-01-02", "New Year’s Day (substitute day)", "substitute: the 1st was a Sunday")]
    [InlineData("2021-12-25", "weekend", "Christmas Day itself, a Saturday with its substitute on Monday")]
    [InlineData("2024-03-29", "Good Friday", "a common-law holiday counts like the others")]
    [InlineData("2024-12-25", "Christmas Day", "likewise")]
    [InlineData("2024-12-24", null, "Christmas Eve is a working day")]
    [InlineData("2024-12-27", null, "between Boxing Day and the weekend")]
    [InlineData("2024-12-31", null, "New Year's Eve is a working day")]
    [InlineData("2024-02-29", null, "leap day, a Thursday")]
    [InlineData("2025-03-17", null, "St Patrick's Day is a holiday in Northern Ireland only")]
    [InlineData("2025-12-01", null, "St Andrew's Day (substitute) is a holiday in Scotland only")]
    [InlineData("2025-08-04", null, "the summer holiday of Scotland, not of England")]
    [InlineData("2025-01-02", null, "2 January is a holiday in Scotland only")]
    public void WhyNotWorking_ADay_NamesTheHolidayOrTheWeekend(string day, string? because, string reason)
    {
        var date = Iso(day);

        Assert.True(Published.Calendar.WhyNotWorking(date) == because, $"{day}: {reason}");
        Assert.Equal(because is null, Published.Calendar.IsWorkingDay(date));
    }

    [Fact]
    public void IsWorkingDay_RoyalWedding2011_IsNone()
    {
        // The feeds at hand begin in 2012, so 2011 is written out.
        var calendar = new WorkingDayCalendar(BankHolidayFeed.Parse(Published.Feed(
            "2011-01-03 New Year’s Day", "2011-04-22 Good Friday", "2011-04-25 Easter Monday", "2011-04-29 Royal wedding",
            "2011-05-02 Early May bank holiday", "2011-05-30 Spring bank holiday", "2011-08-29 Summer bank holiday",
            "2011-12-26 Boxing Day", "2011-12-27 Christmas Day")));

        Assert.Equal("Royal wedding", calendar.WhyNotWorking(new LocalDate(2011, 4, 29)));
        // The week of three working days between the two long weekends: Tue 26, Wed 27, Thu 28 April, then Tue 3 May.
        Assert.Equal(new LocalDate(2011, 5, 3), calendar.Plus(new LocalDate(2011, 4, 21), 4));
    }

    [Theory]
    [InlineData(Published.VeDayNotYetMoved, "2020-05-04", false, "2020-05-08", true)]
    [InlineData(Published.VeDayMoved, "2020-05-04", true, "2020-05-08", false)]
    [InlineData(Published.BeforeTheStateFuneral, "2022-09-19", true, "2023-05-08", true)]
    [InlineData(Published.CoronationProclaimed, "2022-09-19", false, "2023-05-08", false)]
    public void IsWorkingDay_ByTheFeedOfThatDay_KnowsNoMoreThanItSaid(string feed, string day, bool works, string other, bool otherWorks)
    {
        var calendar = Published.CalendarOf(feed);

        Assert.Equal((works, otherWorks), (calendar.IsWorkingDay(Iso(day)), calendar.IsWorkingDay(Iso(other))));
    }

    [Theory]
    [InlineData(0, "0 working days")]
    [InlineData(1, "1 working day")]
    [InlineData(35, "35 working days")]
    public void InWords_ANumber_StandsInASentence(int days, string words) => Assert.Equal(words, WorkingDayCalendar.InWords(days));

    [Theory]
    [InlineData("2025-04-17", "2025-04-17", "2025-04-17", "a working day is its own answer")]
    [InlineData("2025-04-18", "2025-04-22", "2025-04-17", "Good Friday: over Easter either way")]
    [InlineData("2025-04-20", "2025-04-22", "2025-04-17", "Easter Sunday")]
    [InlineData("2025-04-21", "2025-04-22", "2025-04-17", "Easter Monday")]
    [InlineData("2021-12-25", "2021-12-29", "2021-12-24", "Christmas with two substitute days")]
    [InlineData("2025-06-14", "2025-06-16", "2025-06-13", "an ordinary Saturday")]
    public void NextAndPreviousOrSame_ADay_LandOnWorkingDays(string day, string next, string previous, string reason)
    {
        var answers = (Published.Calendar.NextOrSame(Iso(day)), Published.Calendar.PreviousOrSame(Iso(day)));

        Assert.True(answers == (Iso(next), Iso(previous)), $"{day}: {reason}; got {answers}");
    }

    internal static LocalDate Iso(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}

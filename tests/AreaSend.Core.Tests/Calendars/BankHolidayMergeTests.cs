using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Calendars;

/// <summary>GOV.UK drops its oldest years, proclaims days and moves them; what has been stays.</summary>
public sealed class BankHolidayMergeTests
{
    private static readonly LocalDate Today = new(2026, 2, 25);
    private static readonly BankHolidaySet Held = BankHolidayFeed.Parse(Published.Text(Published.Newest));

    [Theory]
    [InlineData(Published.VeDayNotYetMoved, Published.VeDayMoved, "2019-10-11")]
    [InlineData(Published.VeDayMoved, Published.BeforeTheStateFuneral, "2022-01-24")]
    [InlineData(Published.BeforeTheStateFuneral, Published.CoronationProclaimed, "2022-09-10")]
    [InlineData(Published.CoronationProclaimed, Published.Newest, "2026-02-25")]
    [InlineData(Published.Newest, Published.Newest, "2026-02-25")]
    [InlineData(Published.Newest, Published.WithKeys, "2026-02-25")]
    public void WhyNot_EachListThatReallyFollowed_IsTaken(string held, string next, string today) =>
        Assert.Null(BankHolidayMerge.WhyNot(BankHolidayFeed.Parse(Published.Text(held)), BankHolidayFeed.Parse(Published.Text(next)), WorkingDayTests.Iso(today)));

    [Theory]
    [InlineData(2015, "as published in April 2020")]
    [InlineData(2018, "in November 2022")]
    [InlineData(2019, "in January and February 2026")]
    [InlineData(2024, "from August to November 2025")]
    public void Merge_AFeedThatLostItsFirstYears_KeepsThePastThatIsHeld(int first, string when)
    {
        var feed = new BankHolidaySet(Held.Holidays.Where(holiday => holiday.Date.Year >= first));

        Assert.True(BankHolidayMerge.WhyNot(Held, feed, Today) is null, when);
        Assert.True(BankHolidayMerge.Merge(Held, feed).SameAs(Held), when);
    }

    [Fact]
    public void Merge_TheFileAsPublished_ChangesNothing() =>
        Assert.True(BankHolidayMerge.Merge(Held, BankHolidayFeed.Parse(Published.Text(Published.WithKeys))).SameAs(Held));

    [Fact]
    public void WhyNot_WithoutItsLastYears_IsAnAlarm() =>
        Assert.Equal(
            "The feed now covers 2012 to 2025; the bank holidays held go on to 2028. They are kept.",
            BankHolidayMerge.WhyNot(Held, BankHolidayFeed.Parse(Published.Text(Published.CoronationProclaimed)), Today));

    [Theory]
    [InlineData("2022-09-19", "a day of years ago")]
    [InlineData("2026-01-01", "a day of this year that has been")]
    public void WhyNot_WithoutADayThatHasBeen_IsAnAlarm(string day, string reason) =>
        Assert.True(BankHolidayMerge.WhyNot(Held, Held.Without(WorkingDayTests.Iso(day)), Today)?.Contains(LondonTime.Show(WorkingDayTests.Iso(day)), StringComparison.Ordinal), reason);

    [Fact]
    public void WhyNot_WithADayLongPastThatWasNone_IsAnAlarm() =>
        Assert.Equal(
            "The feed now names Monday 1 September 2025 (Nobody’s day), which was no bank holiday when it came. The bank holidays held are kept.",
            BankHolidayMerge.WhyNot(Held, Held.With(new BankHoliday(new LocalDate(2025, 9, 1), "Nobody’s day")), Today));

    [Fact]
    public void WhyNot_WithADayOfLastWeek_IsTakenForOneProclaimedWhileNobodyAsked() =>
        Assert.Null(BankHolidayMerge.WhyNot(Held, Held.With(new BankHoliday(new LocalDate(2026, 2, 18), "A state funeral")), Today));

    [Fact]
    public void WhyNot_ADayThatIsToday_HasBegunAndCannotBeTakenBack() =>
        Assert.NotNull(BankHolidayMerge.WhyNot(Held, Held.Without(new LocalDate(2026, 4, 3)), new LocalDate(2026, 4, 3)));

    [Theory]
    [InlineData("2026-05-04", null, "cancelled")]
    [InlineData("2026-05-04", "2026-05-08", "moved")]
    [InlineData(null, "2026-06-15", "proclaimed")]
    public void Merge_ADayAhead_IsAdopted(string? gone, string? come, string what)
    {
        var feed = gone is null ? Held : Held.Without(WorkingDayTests.Iso(gone));
        feed = come is null ? feed : feed.With(new BankHoliday(WorkingDayTests.Iso(come), "A day of rejoicing"));
        feed = BankHolidayFeed.Parse(BankHolidayFeed.Write(new BankHolidaySet(feed.Holidays.Where(holiday => holiday.Date.Year >= 2019))));

        Assert.True(BankHolidayMerge.WhyNot(Held, feed, Today) is null, what);
        var merged = BankHolidayMerge.Merge(Held, feed);
        Assert.Equal(2012, merged.FirstYear);
        Assert.True((gone is null || merged.On(WorkingDayTests.Iso(gone)) is null) && (come is null || merged.On(WorkingDayTests.Iso(come)) is not null), what);
    }

    [Fact]
    public void WhyNot_YearsBetweenWouldNotBeKnown_IsAnAlarm()
    {
        var late = new BankHolidaySet(Held.Holidays.Where(holiday => holiday.Date.Year == 2028).Select(holiday => holiday with { Date = holiday.Date.PlusYears(2) }));

        Assert.Contains("would not be known", BankHolidayMerge.WhyNot(Held, late, Today), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_ANewYearCutShort_IsAnAlarm() =>
        Assert.Contains("names 1 bank holidays for 2029", BankHolidayMerge.WhyNot(Held, Held.With(new BankHoliday(new LocalDate(2029, 1, 1), "New Year’s Day")), Today), StringComparison.Ordinal);

    [Fact]
    public void WhyNotWorking_ASubstituteDay_SaysSo() =>
        Assert.Equal("Christmas Day (substitute day)", Published.Calendar.WhyNotWorking(new LocalDate(2022, 12, 27)));
}

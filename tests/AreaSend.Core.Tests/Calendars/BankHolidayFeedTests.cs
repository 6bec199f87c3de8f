using AreaSend.Core.Calendars;

namespace AreaSend.Core.Tests.Calendars;

public sealed class BankHolidayFeedTests
{
    private static readonly string[] Year2025 =
    [
        "2025-01-01 New Year’s Day", "2025-04-18 Good Friday", "2025-04-21 Easter Monday", "2025-05-05 Early May bank holiday",
        "2025-05-26 Spring bank holiday", "2025-08-25 Summer bank holiday", "2025-12-25 Christmas Day", "2025-12-26 Boxing Day",
    ];

    [Theory]
    [InlineData(Published.VeDayNotYetMoved, 2012, 2020, 73)]
    [InlineData(Published.VeDayMoved, 2012, 2020, 73)]
    [InlineData(Published.BeforeTheStateFuneral, 2012, 2023, 98)]
    [InlineData(Published.CoronationProclaimed, 2012, 2025, 116)]
    [InlineData(Published.Newest, 2012, 2028, 140)]
    public void Parse_AsPublishedOnThatDay_KnowsItsYears(string day, int first, int last, int holidays)
    {
        var set = BankHolidayFeed.Parse(Published.Text(day));

        Assert.Equal((first, last, holidays), (set.FirstYear, set.LastYear, set.Holidays.Count));
    }

    [Fact]
    public void Parse_ASubstituteDay_KeepsTheNote()
    {
        var boxingDay = BankHolidayFeed.Parse(Published.Text(Published.Newest)).On(new LocalDate(2026, 12, 28));

        Assert.Equal(new BankHoliday(new LocalDate(2026, 12, 28), "Boxing Day", "Substitute day"), boxingDay);
    }

    [Fact]
    public void Parse_HolidaysOutOfOrder_PutsThemInOrder() =>
        Assert.Equal(new LocalDate(2025, 1, 1), BankHolidayFeed.Parse(Published.Feed([.. Year2025.Reverse()])).Holidays[0].Date);

    [Theory]
    [InlineData("", "nothing at all")]
    [InlineData("<html>Sorry, the service is unavailable</html>", "an error page")]
    [InlineData("{", "cut off")]
    [InlineData("null", "no object")]
    [InlineData("[]", "a list")]
    [InlineData("\"england-and-wales\"", "a string")]
    [InlineData("{}", "no division")]
    [InlineData("""{"scotland":{"events":[]}}""", "another division")]
    [InlineData("""{"england-and-wales":null}""", "an empty division")]
    [InlineData("""{"england-and-wales":[]}""", "a division that is a list")]
    [InlineData("""{"england-and-wales":{}}""", "no events")]
    [InlineData("""{"england-and-wales":{"events":null}}""", "null events")]
    [InlineData("""{"england-and-wales":{"events":{}}}""", "events that are an object")]
    [InlineData("""{"england-and-wales":{"events":[]}}""", "an empty list")]
    [InlineData("""{"england-and-wales":{"events":[null]}}""", "a null event")]
    [InlineData("""{"england-and-wales":{"events":["2025-12-25"]}}""", "a date alone")]
    [InlineData("""{"england-and-wales":{"events":[{"title":"Christmas Day"}]}}""", "no date")]
    [InlineData("""{"england-and-wales":{"events":[{"date":null,"title":"Christmas Day"}]}}""", "a null date")]
    [InlineData("""{"england-and-wales":{"events":[{"date":20251225,"title":"Christmas Day"}]}}""", "a number for a date")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"25/12/2025","title":"Christmas Day"}]}}""", "another way to write dates")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25T00:00","title":"Christmas Day"}]}}""", "a date with a time")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-02-29","title":"Leap day"}]}}""", "a day that does not exist")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25"}]}}""", "no title")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25","title":null}]}}""", "a null title")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25","title":" "}]}}""", "an empty title")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25","title":25}]}}""", "a number for a title")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25","title":"\ud800"}]}}""", "a title of half a character")]
    [InlineData("""{"england-and-wales":{"events":[{"date":"2025-12-25","title":"Christmas Day","notes":1}]}}""", "a number for a note")]
    public void Parse_NotAFeed_IsRefusedWithOneSentence(string text, string what)
    {
        var refusal = Assert.Throws<BankHolidayFeedException>(() => BankHolidayFeed.Parse(text));

        Assert.True(refusal.Message.StartsWith("The bank-holiday feed could not be read: ", StringComparison.Ordinal), what);
    }

    [Fact]
    public void Parse_ADayNamedTwice_SaysWhich()
    {
        var refusal = Assert.Throws<BankHolidayFeedException>(() => BankHolidayFeed.Parse(Published.Feed([.. Year2025, "2025-12-25 Christmas Day"])));

        Assert.Contains("Thursday 25 December 2025 is named as a bank holiday twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AYearCutShort_SaysWhichAndHowMany()
    {
        var refusal = Assert.Throws<BankHolidayFeedException>(() => BankHolidayFeed.Parse(Published.Feed([.. Year2025, "2026-01-01 New Year’s Day"])));

        Assert.Contains("it names 1 bank holidays for 2026", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AYearLeftOut_SaysWhich()
    {
        var next = Year2025.Select(line => line.Replace("2025", "2027", StringComparison.Ordinal));

        var refusal = Assert.Throws<BankHolidayFeedException>(() => BankHolidayFeed.Parse(Published.Feed([.. Year2025, .. next])));

        Assert.Contains("it names 0 bank holidays for 2026", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BankHolidaySet_OfNothing_IsRefused() => Assert.Throws<ArgumentException>(() => new BankHolidaySet([]));

    [Fact]
    public void Parse_KeysInPlaceOfTitles_GetTheNamesThatGovUkShows()
    {
        var set = BankHolidayFeed.Parse(Published.Text(Published.WithKeys));

        Assert.Equal(new BankHoliday(new LocalDate(2022, 12, 27), "Christmas Day", "Substitute day"), set.On(new LocalDate(2022, 12, 27)));
        Assert.DoesNotContain(set.Holidays, holiday => holiday.Name.Contains('_') || holiday.Note.Contains('_'));
    }

    [Fact]
    public void Write_WhatWasRead_GivesTheSameHolidaysAgain()
    {
        var set = BankHolidayFeed.Parse(Published.Text(Published.Newest));

        Assert.True(BankHolidayFeed.Read(BankHolidayFeed.Write(set)).SameAs(set));
    }
}

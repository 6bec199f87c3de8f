using AreaSend.Core.Calendars;
using static AreaSend.Core.Tests.Calendars.WorkingDayTests;

namespace AreaSend.Core.Tests.Calendars;

public sealed class CountingTests
{
    [Theory]
    [InlineData("2024-12-24", 5, "2025-01-03", "Christmas, Boxing Day, a weekend and New Year's Day")]
    [InlineData("2025-12-17", 10, "2026-01-05", "the same, a year on")]
    [InlineData("2025-04-14", 14, "2025-05-07", "Good Friday, Easter Monday and the early May holiday")]
    [InlineData("2026-03-20", 30, "2026-05-06", "Easter and early May")]
    [InlineData("2026-11-12", 35, "2027-01-05", "over New Year into the next calendar year")]
    [InlineData("2025-09-22", -10, "2025-09-08", "real: on-site 22 September 2025 was notified on the 8th")]
    [InlineData("2025-09-08", 8, "2025-09-18", "real: its fieldwork")]
    [InlineData("2024-01-18", 5, "2024-01-25", "real: the complaint window opened on 18 January 2024")]
    [InlineData("2024-01-25", 3, "2024-01-30", "real: that report was published on 30 January 2024")]
    [InlineData("2024-01-18", 35, "2024-03-07", "real: its priority action plan was due on 7 March 2024")]
    [InlineData("2023-05-15", -10, "2023-04-27", "early May and the coronation both in between")]
    [InlineData("2023-04-27", 1, "2023-04-28", "the day following notification")]
    [InlineData("2022-09-05", 14, "2022-09-26", "over the State Funeral")]
    [InlineData("2025-06-14", 1, "2025-06-16", "a Saturday is day 0 and not counted; Monday is day 1")]
    [InlineData("2025-06-14", -1, "2025-06-13", "backwards from a Saturday: Friday is day 1")]
    [InlineData("2025-06-15", 1, "2025-06-16", "a Sunday likewise")]
    [InlineData("2025-04-18", 1, "2025-04-22", "from a bank holiday")]
    [InlineData("2025-04-18", -1, "2025-04-17", "backwards from a bank holiday")]
    [InlineData("2025-06-14", 0, "2025-06-14", "no days after a Saturday is that Saturday")]
    [InlineData("2024-02-28", 1, "2024-02-29", "into leap day")]
    [InlineData("2024-02-28", 2, "2024-03-01", "over leap day")]
    [InlineData("2025-03-28", 1, "2025-03-31", "over the night the clocks go forward")]
    [InlineData("2025-10-24", 1, "2025-10-27", "over the night the clocks go back")]
    [InlineData("2024-12-31", 1, "2025-01-02", "over New Year's Day")]
    public void Plus_FromADay_IsTheNthWorkingDayAfterIt(string start, int count, string answer, string reason) =>
        Assert.True(Published.Calendar.Plus(Iso(start), count) == Iso(answer), $"{start} {count:+0;-0}: {reason}");

    [Theory]
    [InlineData("2025-09-22", 10, "2025-09-08")]
    [InlineData("2025-01-03", 5, "2024-12-24")]
    public void Minus_FromADay_IsTheNthWorkingDayBeforeIt(string start, int count, string answer) =>
        Assert.Equal(Iso(answer), Published.Calendar.Minus(Iso(start), count));

    [Theory]
    [InlineData("2024-12-24", "2025-01-03", 5, "the way there")]
    [InlineData("2025-01-03", "2024-12-24", -5, "and back")]
    [InlineData("2025-06-16", "2025-06-16", 0, "a day and itself")]
    [InlineData("2025-06-13", "2025-06-15", 0, "Friday to Sunday: no working day after Friday")]
    [InlineData("2025-06-14", "2025-06-16", 1, "Saturday to Monday")]
    [InlineData("2025-06-16", "2025-06-14", 0, "Monday back to Saturday: the Monday is day 0 and nothing else works")]
    [InlineData("2025-06-16", "2025-06-13", -1, "Monday back to Friday")]
    public void Between_TwoDays_CountsWorkingDays(string start, string end, int count, string reason) =>
        Assert.True(Published.Calendar.Between(Iso(start), Iso(end)) == count, $"{start} to {end}: {reason}");

    [Fact]
    public void Derive_FiveAfterChristmasEve_ListsEachDaySkippedAndWhy()
    {
        var derivation = Published.Calendar.Derive(new LocalDate(2024, 12, 24), 5);

        Assert.Equal(new LocalDate(2025, 1, 3), derivation.Answer);
        Assert.Equal(
            ["2024-12-25 Christmas Day", "2024-12-26 Boxing Day", "2024-12-28 weekend", "2024-12-29 weekend", "2025-01-01 New Year’s Day"],
            Skipped(derivation));
    }

    [Fact]
    public void Derive_TenBeforeAMondayInMay2023_ListsBothHolidaysInTheOrderTheCountPassesThem()
    {
        var derivation = Published.Calendar.Derive(new LocalDate(2023, 5, 15), -10);

        Assert.Equal(
            [
                "2023-05-14 weekend", "2023-05-13 weekend", "2023-05-08 Bank holiday for the coronation of King Charles III",
                "2023-05-07 weekend", "2023-05-06 weekend", "2023-05-01 Early May bank holiday", "2023-04-30 weekend", "2023-04-29 weekend",
            ],
            Skipped(derivation));
    }

    [Theory]
    [InlineData("2025-06-14", 0)]
    [InlineData("2025-06-16", 1)]
    public void Derive_NothingBetween_SkipsNothing(string start, int count) =>
        Assert.Empty(Published.Calendar.Derive(Iso(start), count).Skipped);

    private static IEnumerable<string> Skipped(Derivation derivation) =>
        derivation.Skipped.Select(day => $"{day.Date:uuuu-MM-dd} {day.Because}");
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>On-site days that are not the five of a week, as in May 2023: Thursday 11 to Friday 19, seven working days.</summary>
public sealed class OnSiteDaysTests
{
    [Fact]
    public void Preview_SevenOnSiteDays_CountsTheReportFromTheLast()
    {
        var plan = Thursday(7);

        Assert.Equal(new LocalDate(2023, 5, 19), plan["feedback-meeting"].DueDate);
        Assert.Equal(Published.Calendar.Plus(new LocalDate(2023, 5, 19), 14), plan["draft-report"].DueDate);
        Assert.Contains("7 days on site, as planned", plan["feedback-meeting"].Why.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "2023-05-17")]
    [InlineData(5, "2023-05-17")]
    [InlineData(1, "2023-05-11")]
    public void Preview_OtherNumbers_CountTheFirstDayAmongThem(int? days, string last) =>
        Assert.Equal(WorkingDayTests.Iso(last), Thursday(days)["feedback-meeting"].DueDate);

    [Fact]
    public void Warnings_ABankHolidayBeforeTheOnSiteDays_IsNoneOfThem() =>
        Assert.DoesNotContain(PlanningWarnings.For(new LocalDate(2023, 5, 11), Thursday(7), []), warning => warning.Contains("bank holiday", StringComparison.Ordinal));

    [Fact]
    public void Warnings_AnotherNumberThanFive_IsSaid() =>
        Assert.Contains("Inspectors would be on site for 7 days, to Friday 19 May 2023; 5 are usual.", PlanningWarnings.For(new LocalDate(2023, 5, 11), Thursday(7), []));

    [Fact]
    public void Override_TheLastOnSiteDayBeforeNotification_KeepsItsNumberWhenTheWeekMoves()
    {
        var course = new Course("2025-09-22").Override("feedback-meeting", "2025-09-30", "2025-09-01").Override("on-site", "2025-09-29", "2025-09-01");

        Assert.Equal(new LocalDate(2025, 10, 7), course.Due("feedback-meeting"));
    }

    [Fact]
    public void Override_TheLastOnSiteDayAfterNotification_MovesTheReport()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 09:00");

        course.Override("feedback-meeting", "2025-09-30", "2025-09-10 10:00");

        Assert.Equal(Published.Calendar.Plus(new LocalDate(2025, 9, 30), 30), course.Due("final-report"));
    }

    private static Timetable Thursday(int? days) =>
        Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, new LocalDate(2023, 5, 11), Published.Calendar, days);
}

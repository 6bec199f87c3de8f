using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Before elections nothing is published: what hangs on publication moves, what hangs on receiving the final report does not.</summary>
public sealed class PublicationHoldTests
{
    private static readonly Guid Hold = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Hold_UntilADay_MovesPublicationAndWhatHangsOnItAlone()
    {
        var course = new Course("2025-09-22");
        var before = course.Plan;

        Held(course, "2026-05-08");

        Assert.Equal(new LocalDate(2026, 5, 8), course.Due("publication"));
        Assert.Equal((course.Due("publication"), course.Due("publication")), (course.Due("dissemination"), course.Due("area-publishes")));
        Assert.Equal(new LocalDate(2027, 11, 8), course.Due("monitoring-inspection"));
        Assert.All(
            before.Steps.Where(step => step.Key is not ("publication" or "dissemination" or "area-publishes" or "monitoring-inspection")),
            step => Assert.Equal(step.DueDate, course.Due(step.Key)));
        Assert.Contains("Publication is held until Friday 8 May 2026: The pre-election period.", course.Plan["publication"].Why.Adjustments);
    }

    [Fact]
    public void Hold_UntilABankHoliday_GoesOnToTheNextWorkingDay() =>
        Assert.Equal(new LocalDate(2026, 5, 5), Held(new Course("2025-09-22"), "2026-05-04").Due("publication"));

    [Fact]
    public void Hold_ThatEndsBeforePublicationIsDue_MovesNothing()
    {
        var course = Held(new Course("2025-09-22"), "2025-10-01");

        Assert.Empty(((PublicationHeld)course.Case.Events[^1].Event).Moved);
    }

    /// <summary>The last day by the handbook is the first day by the hold: nobody may be told "by" that day.</summary>
    [Theory]
    [InlineData(-1, false, "the hold ends the day before, and publication may come on any day until it is due")]
    [InlineData(0, true, "the same day")]
    [InlineData(1, true, "the hold ends a day later")]
    public void Hold_AboutTheDayOnWhichPublicationIsDue_IsTheFirstDayOnceItReachesIt(int days, bool isFirst, string why)
    {
        var course = new Course("2025-09-22");
        var due = course.Due("publication")!.Value;

        course.Record(DateMoves.Hold(course.Case, course.Plan, Hold, due.PlusDays(days), "The pre-election period", Course.At("2025-09-02")));

        Assert.True(isFirst == course.Plan["publication"].NotBefore, why);
        Assert.Equal(due.PlusDays(Math.Max(0, days)), course.Due("publication"));
    }

    [Fact]
    public void Lift_BeforeItsDay_GivesBackTheOldDates()
    {
        var course = new Course("2025-09-22");
        var due = course.Due("publication");
        Held(course, "2026-05-08");

        course.Record(DateMoves.Lift(course.Case, course.Plan, Hold, "The election was put off", Course.At("2025-09-03")));

        Assert.Equal(due, course.Due("publication"));
        Assert.NotNull(course.WhyNot(new PublicationHoldLifted(Course.At("2025-09-04"), Hold, "Again", [])));
    }

    private static Course Held(Course course, string until) =>
        course.Record(DateMoves.Hold(course.Case, course.Plan, Hold, WorkingDayTests.Iso(until), "The pre-election period", Course.At("2025-09-02")));
}

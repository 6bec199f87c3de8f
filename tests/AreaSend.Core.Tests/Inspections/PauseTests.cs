using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>On resuming, what was open is given back the working days that it had left (¶ 80). The inspection on site on 22 September 2025, notified on the 8th.</summary>
public sealed class PauseTests
{
    [Theory]
    [InlineData("2025-09-10 10:00", "2025-09-15 10:00", "further-information", "2025-09-17", "2 of week 1 were left: Wednesday after Monday")]
    [InlineData("2025-09-12 16:00", "2025-09-15 16:00", "further-information", "2025-09-15", "an hour before its end on its day, resumed an hour before 5pm")]
    [InlineData("2025-09-12 16:00", "2025-09-15 17:00", "further-information", "2025-09-16", "resumed when 5pm has come: the next day")]
    [InlineData("2025-09-12 16:00", "2025-09-13 12:00", "further-information", "2025-09-15", "resumed on a Saturday: Monday")]
    [InlineData("2025-09-12 17:00", "2025-09-15 10:00", "further-information", "2025-09-12", "paused when its deadline had passed: nothing was left")]
    [InlineData("2025-09-08 10:00", "2025-09-08 16:00", "person-level-lists", "2025-09-09", "within one day nothing is lost")]
    [InlineData("2025-09-09 10:00", "2025-09-09 10:59", "person-level-lists", "2025-09-09", "over before 11am")]
    [InlineData("2025-09-09 10:00", "2025-09-09 12:00", "person-level-lists", "2025-09-10", "11am fell into the pause")]
    [InlineData("2025-09-10 10:00", "2025-09-17 10:00", "surveys-close", "2025-09-23", "4 were left")]
    [InlineData("2025-09-10 10:00", "2025-09-17 10:00", "on-site", "2025-09-29", "8 were left")]
    [InlineData("2025-09-10 10:00", "2025-09-17 10:00", "feedback-meeting", "2025-10-03", "moves with the first day on site, and once only")]
    [InlineData("2025-09-10 10:00", "2025-09-17 10:00", "draft-report", "2025-10-23", "and so does what is forecast from it")]
    [InlineData("2025-09-13 10:00", "2025-09-14 10:00", "on-site", "2025-09-22", "a weekend costs nothing")]
    public void Resume_GivesBackTheWorkingDaysThatWereLeft(string paused, string resumed, string step, string due, string reason)
    {
        var course = new Course("2025-09-22");
        course.RunTo(paused);

        course.Pause(paused).Resume(resumed);

        Assert.True(course.Due(step) == WorkingDayTests.Iso(due), $"{step}: {reason}; got {course.Due(step)}");
    }

    [Fact]
    public void Resume_OverChristmas_CountsNoHoliday()
    {
        var course = CertaintyTests.UpToFinal(3);

        // R + 35 is 30 December; on 22 December 4 were left: 23, 24, 29, 30. Resumed on 5 January: 6, 7, 8, 9 January.
        course.Pause("2025-12-22").Resume("2026-01-05");

        Assert.Equal(new LocalDate(2026, 1, 9), course.Due("priority-action-plan"));
        Assert.Contains("Paused from Monday 22 December 2025 to Monday 5 January 2026: the 4 working days that were left are given back.", course.Plan["priority-action-plan"].Why.Adjustments);
    }

    [Fact]
    public void Resume_Twice_GivesBackTwice()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 10:00");

        course.Pause("2025-09-10 10:00").Resume("2025-09-11 10:00").Pause("2025-09-12 10:00").Resume("2025-09-15 10:00");

        // Friday becomes Monday, and Monday becomes Tuesday.
        Assert.Equal(new LocalDate(2025, 9, 16), course.Due("further-information"));
        Assert.Equal(new LocalDate(2025, 9, 24), course.Due("on-site"));
    }

    [Fact]
    public void Resume_AfterTheOnSiteDays_LeavesTheNextInspectionBeyondTheKnownYears()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");

        course.Pause("2025-10-01").Resume("2025-10-08");

        Assert.Equal(new LocalDate(2030, 9, 26), course.Due("next-full-inspection"));
        Assert.Equal(new LocalDate(2025, 10, 23), course.Due("draft-report"));
    }

    [Fact]
    public void Resume_WhatBeganToRunDuringThePause_HasAllItsWorkingDays()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");
        course.Pause("2025-10-06").Record(new DraftReportShared(Course.At("2025-10-08"))).Resume("2025-11-03");

        Assert.Equal(new LocalDate(2025, 11, 17), course.Due("draft-comments"));
    }

    [Fact]
    public void Resume_WhatWasDoneBefore_KeepsItsDate()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 09:00");
        course.Record(new LanoNominated(Course.At("2025-09-08 15:00"), Guid.NewGuid())).Pause("2025-09-08 16:00");

        course.Resume("2025-09-18 16:00");

        Assert.Equal(new LocalDate(2025, 9, 9), course.Due("lano-nominated"));
        Assert.Equal(new LocalDate(2025, 9, 19), course.Due("person-level-lists"));
    }

    [Fact]
    public void Paused_NothingFallsDueAndNobodyIsReminded()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-09 09:30");
        course.Pause("2025-09-09 10:00");

        var raised = course.RunTo("2026-03-02");

        Assert.All(raised, notice => Assert.StartsWith("paused:", notice.Key, StringComparison.Ordinal));
        Assert.Empty(course.Inspection.Owed(Course.At("2026-03-02")));
        Assert.Null(course.Inspection.NextWake(Course.At("2026-03-02")));
    }

    [Fact]
    public void Resume_TellsWhichOpenDatesMoved()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-19");
        course.Pause("2025-09-19").Resume("2025-09-26");

        var moved = ((InspectionResumed)course.Case.Events[^1].Event).Moved;

        Assert.Contains(new MovedDate("on-site", new LocalDate(2025, 9, 22), new LocalDate(2025, 9, 29)), moved);
        Assert.DoesNotContain(moved, date => date.Step is "fieldwork" or "surveys-close" or "notify-dcs");
        Assert.All(moved, date => Assert.NotEqual(date.From, date.To));
    }
}

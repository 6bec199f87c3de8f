using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>A bank holiday proclaimed while inspections run: the State Funeral of 2022 (proclaimed on 10 September for the 19th), the coronation of 2023.</summary>
public sealed class CalendarChangeTests
{
    private static readonly WorkingDayCalendar Before = Published.CalendarOf(Published.BeforeTheStateFuneral);
    private static readonly WorkingDayCalendar After = Published.CalendarOf(Published.CoronationProclaimed);

    [Fact]
    public void StateFuneral_BetweenNotificationAndOnSite_KeepsTenWorkingDaysNotice()
    {
        // Notified on Thursday 8 September for Thursday 22 September.
        var course = new Course("2022-09-22", Before);
        course.RunTo("2022-09-09");

        course.ChangeCalendar(After, "2022-09-10 18:00");

        Assert.Equal(new LocalDate(2022, 9, 8), course.Plan.NotificationDay);
        Assert.Equal(new LocalDate(2022, 9, 23), course.Due("on-site"));
        Assert.Equal(new LocalDate(2022, 9, 29), course.Due("feedback-meeting"));
        Assert.Equal(new LocalDate(2022, 9, 21), course.Due("fieldwork"));
    }

    [Fact]
    public void StateFuneral_DeadlinesThatHadPassed_StayAsTheyWere()
    {
        var course = new Course("2022-09-22", Before);
        course.RunTo("2022-09-09");
        var settled = ((string[])["lano-nominated", "person-level-lists", "providers-list", "arrangements", "notify-dcs"]).ToDictionary(key => key, course.Due);

        course.ChangeCalendar(After, "2022-09-10 18:00");

        Assert.All(settled, step => Assert.Equal(step.Value, course.Due(step.Key)));
    }

    [Fact]
    public void StateFuneral_BeforeNotification_KeepsTheOnSiteDayAndNotifiesEarlier()
    {
        var course = new Course("2022-09-28", Before);
        Assert.Equal(new LocalDate(2022, 9, 14), course.Plan.NotificationDay);

        course.ChangeCalendar(After, "2022-09-10 18:00");

        Assert.Equal((new LocalDate(2022, 9, 13), new LocalDate(2022, 9, 28)), (course.Plan.NotificationDay, course.Due("on-site")!.Value));
        Assert.Empty(course.RunTo("2022-09-12"));
    }

    [Fact]
    public void StateFuneral_AfterTheDraft_MovesCommentsAndTellsOnlyOpenDates()
    {
        var course = new Course("2022-07-18", Before);
        course.RunTo("2022-07-22 17:00");
        course.Record(new DraftReportShared(Course.At("2022-09-06")));
        Assert.Equal(new LocalDate(2022, 9, 20), course.Due("draft-comments"));

        course.ChangeCalendar(After, "2022-09-10 18:00");

        var moved = ((CalendarChanged)course.Case.Events[^1].Event).Moved;
        Assert.Equal(new LocalDate(2022, 9, 21), course.Due("draft-comments"));
        Assert.Contains(new MovedDate("draft-comments", new LocalDate(2022, 9, 20), new LocalDate(2022, 9, 21)), moved);
        Assert.All(moved, date => Assert.Null(course.Plan[date.Step].Met));
    }

    [Fact]
    public void ACalendarChange_WhileTheDraftIsLate_StillGivesTenWorkingDaysForComments()
    {
        // The draft was due on 11 August and comments were forecast for the 25th; both are past when the holiday is proclaimed.
        var course = new Course("2022-07-18", Before);
        course.RunTo("2022-07-22 17:00");
        course.ChangeCalendar(After, "2022-09-10 18:00");

        course.Record(new DraftReportShared(Course.At("2022-09-13")));

        Assert.Equal(new LocalDate(2022, 9, 28), course.Due("draft-comments"));
        Assert.Equal(new LocalDate(2022, 8, 11), course.Due("draft-report"));
    }

    [Theory]
    [InlineData("2022-09-09", "after notification")]
    [InlineData("2022-09-01", "before notification")]
    public void StateFuneral_OnTheFirstOnSiteDayItself_InspectorsComeOnTheDayAfter(string until, string when)
    {
        var course = new Course("2022-09-19", Before);
        course.RunTo(until);

        course.ChangeCalendar(After, $"{until} 18:00");

        Assert.True((course.Plan.NotificationDay, course.Due("on-site"), course.Due("feedback-meeting")) == (new LocalDate(2022, 9, 5), new LocalDate(2022, 9, 20), new LocalDate(2022, 9, 26)), when);
        Assert.Contains(new MovedDate("on-site", new LocalDate(2022, 9, 19), new LocalDate(2022, 9, 20)), ((CalendarChanged)course.Case.Events[^1].Event).Moved);
        course.RunTo("2022-09-19 12:00");
        Assert.False(course.Case.Met.ContainsKey("on-site"));
    }

    [Fact]
    public void StateFuneral_OnADeadlineSetByHandOrAskedFor_IsTheNextWorkingDay()
    {
        var course = new Course("2022-09-26", Before);
        course.RunTo("2022-09-12 12:00");
        course.Override("further-information", "2022-09-19", "2022-09-12 13:00");
        course.Record(new ExtraItemAsked(Course.At("2022-09-12 14:00"), "extra-1", "Minutes of the board", "To see who decided", new LocalDate(2022, 9, 19), new LocalTime(17, 0)));

        course.ChangeCalendar(After, "2022-09-13 18:00");

        Assert.Equal((new LocalDate(2022, 9, 20), new LocalDate(2022, 9, 20)), (course.Due("further-information")!.Value, course.Due("extra-1")!.Value));
        Assert.Contains("is no working day any more (Bank Holiday for the State Funeral of Queen Elizabeth II)", string.Join(' ', course.Plan["further-information"].Why.Adjustments), StringComparison.Ordinal);
    }

    [Fact]
    public void Coronation_ProclaimedLongBefore_MovesNotificationBackByADay()
    {
        // Planned before 6 November 2022 for Monday 22 May 2023.
        var course = new Course("2023-05-22", Before);
        var planned = course.Plan.NotificationDay;

        course.ChangeCalendar(After, "2023-03-01");

        Assert.Equal((new LocalDate(2023, 5, 8), new LocalDate(2023, 5, 5)), (planned, course.Plan.NotificationDay));
        Assert.Equal(new LocalDate(2023, 5, 22), course.Due("on-site"));
    }

    [Fact]
    public void VeDayMoved_ToAFriday_MovesBothWays()
    {
        var course = new Course("2020-05-18", Published.CalendarOf(Published.VeDayNotYetMoved));
        Assert.Equal(new LocalDate(2020, 5, 1), course.Plan["notify-dcs"].DueDate);

        course.ChangeCalendar(Published.CalendarOf(Published.VeDayMoved), "2020-03-02");

        // 4 May is worked now and 8 May is not: the same N, and Friday of week 1 is a Thursday.
        Assert.Equal(new LocalDate(2020, 5, 1), course.Plan.NotificationDay);
        Assert.Equal(new LocalDate(2020, 5, 7), course.Due("further-information"));
        Assert.Equal(new LocalDate(2020, 5, 4), course.Due("person-level-lists"));
        Assert.DoesNotContain(((CalendarChanged)course.Case.Events[^1].Event).Moved, date => date.Step is "surveys-close" or "fieldwork" or "on-site");
    }

    [Fact]
    public void DatesChanged_IsOwedOnlyOnceTheAreaHasBeenNotified()
    {
        var notYet = new Course("2022-09-28", Before).ChangeCalendar(After, "2022-09-10 18:00");
        var notified = new Course("2022-09-22", Before);
        notified.RunTo("2022-09-09");
        notified.ChangeCalendar(After, "2022-09-10 18:00");

        Assert.DoesNotContain(notYet.Advance(Course.At("2022-09-10 18:00")), key => key.StartsWith("dates-changed", StringComparison.Ordinal));
        Assert.Contains(notified.Advance(Course.At("2022-09-10 18:00")), key => key.StartsWith("dates-changed:pcf", StringComparison.Ordinal));
    }
}

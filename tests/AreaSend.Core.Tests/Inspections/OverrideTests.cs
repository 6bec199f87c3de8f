using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>The lead inspector sets a deadline by hand, with a reason; never before what it hangs on. Notified on 8 September 2025.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void Override_ADeadline_MovesItAndWhatHangsOnIt()
    {
        var course = Ended().Override("draft-report", "2025-10-20", "2025-10-01");

        Assert.Equal(new LocalDate(2025, 10, 20), course.Due("draft-report"));
        Assert.Equal(new LocalDate(2025, 11, 3), course.Due("draft-comments"));
        Assert.Equal(["Set by hand to Monday 20 October 2025: Agreed with the area"], course.Plan["draft-report"].Why.Adjustments);
        Assert.Equal(
            [("draft-report", new LocalDate(2025, 10, 20)), ("draft-comments", new LocalDate(2025, 11, 3))],
            ((DeadlineOverridden)course.Case.Events[^1].Event).Moved.Select(date => (date.Step, date.To!.Value)));
    }

    [Fact]
    public void Override_WithAClockTime_KeepsTheClockTime()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 09:00");

        course.Override("person-level-lists", "2025-09-10", "2025-09-08 12:00");

        Assert.Equal(Course.At("2025-09-10 11:00"), course.Plan["person-level-lists"].Due);
    }

    [Fact]
    public void Override_BeforeNotification_MovesTheOnSiteWeekAndNotificationWithIt()
    {
        var course = new Course("2025-09-22").Override("on-site", "2025-09-29", "2025-09-01");

        Assert.Equal((new LocalDate(2025, 9, 15), new LocalDate(2025, 9, 29)), (course.Plan.NotificationDay, course.Due("on-site")!.Value));
        Assert.Equal(new LocalDate(2025, 9, 19), course.Due("further-information"));
    }

    [Fact]
    public void Override_OfAForecast_LapsesWhenItsAnchorHappensLaterThanThat()
    {
        var course = Ended().Override("draft-comments", "2025-10-24", "2025-10-01");
        Assert.Equal(new LocalDate(2025, 10, 24), course.Due("draft-comments"));

        course.Record(new DraftReportShared(Course.At("2025-10-27")));

        Assert.Equal(new LocalDate(2025, 11, 10), course.Due("draft-comments"));
    }

    [Fact]
    public void Override_ThenAPause_GivesBackWhatWasLeftOfTheDateSetByHand()
    {
        var course = Ended().Override("draft-report", "2025-10-20", "2025-10-01").Pause("2025-10-16").Resume("2025-10-23");

        Assert.Equal(new LocalDate(2025, 10, 27), course.Due("draft-report"));
    }

    [Theory]
    [InlineData("draft-report", "2025-10-20", " ", "Give a reason. The area is told it, so name no child or young person.")]
    [InlineData("no-such-step", "2025-10-20", "Because", "This inspection has no step no-such-step.")]
    [InlineData("on-site", "2025-10-20", "Because", "Inspectors come on site is done since Monday 22 September 2025; its deadline cannot be moved any more.")]
    [InlineData("plan-review", "2025-10-20", "Because", "Priority action plan confirmed or sent back has no date yet that could be moved.")]
    [InlineData("plan-publication", "2025-10-20", "Because", "Priority action plan published has no date yet that could be moved.")]
    [InlineData("draft-report", "2025-09-30", "Because", "Tuesday 30 September 2025 has passed. Choose a day that lies ahead.")]
    [InlineData("draft-report", "2025-10-18", "Because", "Saturday 18 October 2025 is not a working day (weekend). Choose a working day.")]
    [InlineData("draft-report", "2025-12-25", "Because", "Thursday 25 December 2025 is not a working day (Christmas Day). Choose a working day.")]
    [InlineData("draft-report", "2029-01-02", "Because", "Bank holidays are known only for 2012 to 2028. Choose a day within those years, or refresh the bank holidays on the page Calendar.")]
    [InlineData("draft-comments", "2025-10-15", "Because", "Local area comments on the draft hangs on the day the draft report is shared, Thursday 16 October 2025. Choose that day or a later one.")]
    public void WhyNot_AnOverrideThatCannotBe_SaysWhatToDo(string step, string due, string reason, string sentence) =>
        Assert.Equal(sentence, Ended().WhyNot(new DeadlineOverridden(Course.At("2025-10-01"), step, WorkingDayTests.Iso(due), reason, [])));

    [Theory]
    [InlineData("draft-report", "2025-10-20", "Before notification only the on-site days can be moved; the other dates follow from them.")]
    [InlineData("on-site", "2025-09-12", "The area has 10 working days' notice, so inspectors can come on site on Monday 15 September 2025 at the earliest.")]
    [InlineData("on-site", "2025-09-22", "That is the day it is planned for. Choose another, or leave it as it is.")]
    public void WhyNot_BeforeNotification_SaysWhatToDo(string step, string due, string sentence) =>
        Assert.Equal(sentence, new Course("2025-09-22").WhyNot(new DeadlineOverridden(Course.At("2025-09-01"), step, WorkingDayTests.Iso(due), "Because", [])));

    [Fact]
    public void WhyNot_PublicationHeldByAComplaint_AsksForTheResolutionFirst()
    {
        var course = CertaintyTests.UpToFinal(1).Record(new ComplaintReceived(Course.At("2025-11-10")));

        Assert.Equal(
            "A complaint holds publication, so it has no deadline that could be moved. Record the resolution first.",
            course.WhyNot(new DeadlineOverridden(Course.At("2025-11-11"), "publication", new LocalDate(2025, 12, 1), "Because", [])));
    }

    private static Course Ended()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");
        return course;
    }
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;
using static AreaSend.Core.Tests.Calendars.WorkingDayTests;

namespace AreaSend.Core.Tests.Timetables;

public sealed class RealInspectionTests
{
    [Theory]
    [InlineData("notify-dcs", "2025-09-08 09:00", "real: notified on 8 September 2025")]
    [InlineData("notify-icb", "2025-09-09 00:00", "the same day")]
    [InlineData("notify-pcf", "2025-09-09 00:00", "the same day")]
    [InlineData("annex-a-request", "2025-09-09 00:00", "the same day")]
    [InlineData("surveys-open", "2025-09-09 00:00", "surveys go live on notification day")]
    [InlineData("lano-nominated", "2025-09-09 11:00", "when the lists are due")]
    [InlineData("set-up-discussion", "2025-09-10 00:00", "N + 1")]
    [InlineData("person-level-lists", "2025-09-09 11:00", "11am on the day following notification")]
    [InlineData("providers-list", "2025-09-09 11:00", "the same")]
    [InlineData("arrangements", "2025-09-09 11:00", "the same")]
    [InlineData("tracked-children", "2025-09-09 17:00", "N + 1, 5pm")]
    [InlineData("further-information", "2025-09-12 17:00", "Friday of week 1, 5pm")]
    [InlineData("tracked-children-information", "2025-09-12 17:00", "Friday of week 1, 5pm")]
    [InlineData("surveys-close", "2025-09-16 09:00", "live for 6 working days from notification day")]
    [InlineData("fieldwork", "2025-09-19 00:00", "real: fieldwork from 18 September 2025")]
    [InlineData("on-site", "2025-09-23 00:00", "real: on site on 22 September 2025")]
    [InlineData("leaders-meeting", "2025-09-23 00:00", "on the first day on site")]
    [InlineData("feedback-meeting", "2025-09-27 00:00", "the fifth on-site day, Friday 26 September")]
    [InlineData("concerns-call", "2025-09-30 00:00", "the working day after the inspection")]
    [InlineData("draft-report", "2025-10-17 00:00", "14 working days after 26 September: 16 October")]
    [InlineData("draft-comments", "2025-10-31 00:00", "10 working days after 16 October: 30 October, after the clocks went back")]
    [InlineData("final-report", "2025-11-08 00:00", "30 working days after 26 September: 7 November")]
    [InlineData("complaint", "2025-11-15 00:00", "5 working days after 7 November")]
    [InlineData("publication", "2025-11-20 00:00", "3 working days after 14 November")]
    [InlineData("dissemination", "2025-11-20 00:00", "on publication")]
    [InlineData("pcf-copy", "2025-11-08 00:00", "on the final report")]
    [InlineData("area-publishes", "2025-11-20 00:00", "not before Ofsted")]
    [InlineData("strategic-plan", "2025-12-31 00:00", "35 working days after 7 November, over Christmas: 30 December")]
    [InlineData("priority-action-plan", "2025-12-31 00:00", "the same")]
    [InlineData("monitoring-inspection", "2027-05-20 00:00", "18 months after publication")]
    [InlineData("next-full-inspection", "2030-09-27 00:00", "5 years after the last on-site day")]
    public void Preview_OnSite22September2025_EndsEachDeadlineAtItsMoment(string step, string ends, string reason)
    {
        var due = Preview("2025-09-22")[step].Due;

        Assert.True(due == Course.At(ends), $"{step}: {reason}; got {LondonTime.Iso(due!.Value)}");
    }

    [Fact]
    public void Preview_OnSite15May2023_CountsOverTheEarlyMayHolidayAndTheCoronation()
    {
        var plan = Preview("2023-05-15");

        Assert.Equal(new LocalDate(2023, 4, 27), plan.NotificationDay);
        Assert.Equal(Course.At("2023-04-28 11:00"), plan["person-level-lists"].Due);
        // N falls in the week before week 1, which is the week of 1 May; its Friday is the 5th.
        Assert.Equal(Course.At("2023-05-05 17:00"), plan["further-information"].Due);
        Assert.Equal(
            ["Bank holiday for the coronation of King Charles III", "Early May bank holiday"],
            plan["notify-dcs"].Why.Skipped.Select(day => day.Because).Where(because => because != "weekend"));
    }

    [Fact]
    public void Plan_FinalReportSharedOn18January2024_GivesTheRealDatesOfThatReport()
    {
        // The inspection that led to it is not published; any will do whose on-site days lie before.
        var course = new Course("2023-11-13");
        course.RunTo("2023-11-17 17:00");
        course.Record(new DraftReportShared(Course.At("2023-12-07"))).Record(new FinalReportShared(Course.At("2024-01-18"), Outcomes.Of(3)));

        Assert.Equal(new LocalDate(2024, 1, 25), course.Due("complaint"));
        Assert.Equal(new LocalDate(2024, 1, 30), course.Due("publication"));
        Assert.Equal(new LocalDate(2024, 3, 7), course.Due("priority-action-plan"));
    }

    [Theory]
    [InlineData("2025-04-28", "2025-04-17", "Good Friday in week 1: its last working day is Maundy Thursday")]
    [InlineData("2024-04-15", "2024-04-05", "Easter Monday in week 1 leaves its Friday alone")]
    [InlineData("2026-01-05", "2025-12-24", "week 1 is Christmas week: the 25th and 26th are holidays")]
    [InlineData("2026-01-12", "2026-01-02", "week 1 holds New Year's Day; Friday the 2nd is worked")]
    [InlineData("2022-06-13", "2022-06-01", "week 1 ends on a Wednesday: the jubilee took Thursday and Friday")]
    [InlineData("2025-09-24", "2025-09-12", "S a Wednesday: week 1 is still the week two weeks before")]
    public void Preview_FridayOfWeek1_IsTheLastWorkingDayOfThatWeek(string onSite, string last, string reason) =>
        Assert.True(Preview(onSite)["further-information"].DueDate == Iso(last), reason);

    [Theory]
    [InlineData("2026-01-05", "2025-12-17", "2025-12-31", "N Wednesday 17 December; fieldwork on New Year's Eve")]
    [InlineData("2026-01-12", "2025-12-24", "2026-01-08", "notified on Christmas Eve")]
    [InlineData("2025-05-12", "2025-04-25", "2025-05-08", "the early May holiday in week 2")]
    [InlineData("2025-05-05", "2025-04-17", "2025-05-01", "S itself a bank holiday: the same notice for the working day after it")]
    [InlineData("2024-04-15", "2024-03-28", "2024-04-11", "Good Friday and Easter Monday in between: notified on Maundy Thursday")]
    public void Preview_OverHolidays_KeepsTenWorkingDaysNotice(string onSite, string notified, string fieldwork, string reason)
    {
        var plan = Preview(onSite);

        Assert.True((plan.NotificationDay, plan["fieldwork"].DueDate) == (Iso(notified), Iso(fieldwork)), $"{reason}; got {plan.NotificationDay} and {plan["fieldwork"].DueDate}");
    }

    [Theory]
    [InlineData("2025-09-22", new string[0])]
    [InlineData("2025-09-24", new[] { "On-site days usually start on a Monday; Wednesday 24 September 2025 is not one.", "Annex A is squeezed: items 2.1 to 6.4 and 7.1 to 7.7 are due at the end of week 1 (paragraph 192), Friday 12 September 2025, 2 working days after notification on Wednesday 10 September 2025. Usually it is 4." })]
    [InlineData("2025-08-26", new[] { "On-site days usually start on a Monday; Tuesday 26 August 2025 is not one." })]
    [InlineData("2025-04-14", new[] { "A bank holiday falls between the on-site days: Good Friday, Friday 18 April 2025.", "A bank holiday falls between the on-site days: Easter Monday, Monday 21 April 2025." })]
    [InlineData("2022-05-30", new[] { "A bank holiday falls between the on-site days: Spring bank holiday, Thursday 2 June 2022.", "A bank holiday falls between the on-site days: Platinum Jubilee bank holiday, Friday 3 June 2022." })]
    public void Warnings_AtPlanning_NameWhatToLookAtTwice(string onSite, string[] warnings) =>
        Assert.Equal(warnings, PlanningWarnings.For(Iso(onSite), Preview(onSite), []));

    [Theory]
    [InlineData("2025-10-27", "2025-10-31", "October half term in week 1", true)]
    [InlineData("2025-11-10", "2025-11-21", "week 3 itself", true)]
    [InlineData("2025-10-20", "2025-10-24", "the week before week 1", false)]
    [InlineData("2025-11-17", "2025-11-21", "the week after", false)]
    public void Warnings_SchoolHolidays_OnlyWhenTheyTouchWeeks1To3(string from, string to, string reason, bool warned)
    {
        var half = new SchoolHoliday("October half term", Iso(from), Iso(to));

        var warnings = PlanningWarnings.For(Iso("2025-11-10"), Preview("2025-11-10"), [half]);

        Assert.True(warnings.Any(warning => warning.StartsWith("School holidays of the area fall into the inspection, which runs from Monday 27 October 2025 to Friday 14 November 2025: October half term", StringComparison.Ordinal)) == warned, reason);
    }

    // Notified before week 1 because of Christmas: what falls before it is named by its days, not as one of the weeks.
    [Fact]
    public void Warnings_NotifiedBeforeWeekOne_NameTheDaysTheInspectionRuns()
    {
        var christmas = new SchoolHoliday("Christmas", Iso("2026-12-17"), Iso("2026-12-18"));

        Assert.Contains(
            "School holidays of the area fall into the inspection, which runs from Wednesday 16 December 2026 to Friday 8 January 2027: Christmas, Thursday 17 December 2026 to Friday 18 December 2026.",
            PlanningWarnings.For(Iso("2027-01-04"), Preview("2027-01-04"), [christmas]));
    }

    internal static Timetable Preview(string onSite, WorkingDayCalendar? calendar = null) =>
        Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, Iso(onSite), calendar ?? Published.Calendar);
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Tests.Timetables;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

/// <summary>The rules under the table of notices.md. Each is the inspection on site on 22 September 2025, notified on the 8th.</summary>
public sealed class NoticeRulesTests
{
    [Fact]
    public void NoOfficerNamed_WhatIsForTheOfficerGoesToTheDirector()
    {
        var keys = Templates(new Course("2025-09-22").RunTo("2025-09-26 17:00"));

        Assert.DoesNotContain(keys, key => key.EndsWith(":lano", StringComparison.Ordinal));
        Assert.Contains("annex-a-reminder:dcs", keys);
        Assert.Contains("annex-a-overdue:dcs", keys);
        Assert.Single(keys, key => key == "fieldwork-starts:dcs");
    }

    [Fact]
    public void OfficerNamedLate_IsNotSentWhatTheDirectorWasTold()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-10 09:30");
        course.Pause("2025-09-10 10:00");
        course.RunTo("2025-09-11 09:00");
        course.Resume("2025-09-11 10:00");
        course.RunTo("2025-09-11 11:00");

        course.Record(new LanoNominated(Course.At("2025-09-11 12:00"), Guid.Empty));

        Assert.Equal(["annex-a-overdue:lano", "surveys-open:lano", "lano-invitation:lano"], Templates(course, "2025-09-11 12:00"));
    }

    /// <summary>Of a reminder whose moment has passed the director was told; the officer's invitation and the surveys' e-mail have the same date.</summary>
    [Fact]
    public void OfficerNamedAfterTheReminderOfTheSurveys_IsToldOnceWhenTheyClose()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-15 10:00");

        course.Record(new LanoNominated(Course.At("2025-09-15 10:00"), Guid.Empty));
        var raised = Templates(course.RunTo("2025-09-15 10:00")).ToList();

        Assert.Contains("surveys-open:lano", raised);
        Assert.DoesNotContain("surveys-closing:lano", raised);
        Assert.Contains("surveys-closing:dcs", course.Case.RaisedNotices.Values.Select(notice => $"{notice.Template}:{notice.To.Key()}"));
    }

    [Fact]
    public void NoticesOfAnOfficer_WhenAnotherIsNamed_AreNotSentToTheNext()
    {
        var course = Named();
        var first = course.Case.RaisedNotices.Values.Where(notice => notice.To == RecipientRole.Lano).ToList();
        Assert.NotEmpty(first);
        Assert.All(first, notice => Assert.Null(LateNotices.WhyWrong(course.Case, notice)));

        course.Record(new LanoNominated(Course.At("2025-09-08 15:00"), Guid.NewGuid()));
        course.RunTo("2025-09-08 15:00");

        Assert.All(first, notice => Assert.StartsWith("Another officer has been named since", LateNotices.WhyWrong(course.Case, notice), StringComparison.Ordinal));
        Assert.Contains(course.Case.RaisedNotices.Values.Except(first), notice => notice.To == RecipientRole.Lano && LateNotices.WhyWrong(course.Case, notice) is null);
    }

    [Fact]
    public void ADeadlineMissed_IsToldAtThatMinuteToOfficerAndDirector()
    {
        var course = Named();

        var raised = course.RunTo("2025-09-09 11:00");

        Assert.Equal(["annex-a-overdue:lano", "annex-a-overdue:dcs"], Templates(raised).Where(key => key.StartsWith("annex-a-overdue", StringComparison.Ordinal)));
        Assert.All(raised.Where(notice => notice.Key.StartsWith("annex-a-overdue", StringComparison.Ordinal)), notice => Assert.Equal(Course.At("2025-09-09 11:00"), notice.At));
    }

    [Fact]
    public void AReminder_NamesOnlyWhatIsOutstanding()
    {
        var course = Named();
        course.Record(new ItemReceived(Course.At("2025-09-08 16:00"), "list-1")).Record(new ItemReceived(Course.At("2025-09-08 16:00"), "list-2"));

        var reminder = course.Inspection.Notices(Course.At("2025-09-09 09:00")).Single(notice => notice.Template == "annex-a-reminder");

        Assert.Equal(["providers-list", "arrangements"], reminder.About);
    }

    [Fact]
    public void WhatIsIn_IsNotReminded()
    {
        var course = Named();
        foreach (var item in (string[])["list-1", "list-2", "providers", .. AreaSend2024.Full.Asks.ItemsOf("arrangements", 0)])
        {
            course.Record(new ItemReceived(Course.At("2025-09-08 16:00"), item));
        }

        Assert.Empty(course.RunTo("2025-09-09 12:00"));
    }

    [Fact]
    public void AfterDowntime_TheLastOfASeriesIsSent_AndNoReminderOfWhatHasPassed()
    {
        var course = Named();

        // Down from the evening of N until 4pm on Friday of week 1: five reminders and a deadline later.
        var keys = course.Advance(Course.At("2025-09-12 16:00"));

        Assert.Equal(
            ["annex-a-overdue:lano:2025-09-09T1100:overdue", "annex-a-overdue:dcs:2025-09-09T1100:overdue", "annex-a-reminder:lano:2025-09-12T1700:-2h"],
            keys);
    }

    [Fact]
    public void AfterDowntimeOverTheWholeThreeWeeks_TheClocksFactsStandAtTheirHours()
    {
        var course = Named();

        course.Advance(Course.At("2025-09-29 10:00"));

        Assert.Equal(Course.At("2025-09-22 09:00"), course.Plan["on-site"].Met!.At);
        Assert.Equal(Course.At("2025-09-26 17:00"), course.Plan["feedback-meeting"].Met!.At);
    }

    [Fact]
    public void ChildrenSelectedAfterTheirDeadline_NobodyIsCalledOverdueAtOnce()
    {
        var course = Named();
        course.RunTo("2025-09-15 10:00");

        course.Record(new ChildrenSelected(Course.At("2025-09-15 10:00"), 6));

        Assert.Equal(["tracked-children:lano"], Templates(course, "2025-09-15 10:00"));
    }

    [Fact]
    public void Withdrawn_OnlyThatIsTold()
    {
        var course = Named();
        course.RunTo("2025-09-10 10:00");
        course.Record(new InspectionWithdrawn(Course.At("2025-09-10 10:00"), "Boundaries change"));

        Assert.Equal(["withdrawn:dcs", "withdrawn:icb", "withdrawn:lano", "withdrawn:pcf"], Templates(course.RunTo("2026-12-01")));
    }

    [Fact]
    public void WithdrawnBeforeNotification_NobodyIsTold()
    {
        var course = new Course("2025-09-22").Record(new InspectionWithdrawn(Course.At("2025-09-01"), "Boundaries change"));

        Assert.Empty(course.RunTo("2026-12-01"));
    }

    [Fact]
    public void DeferralGranted_EndsTheTimetable()
    {
        var course = Named();
        course.RunTo("2025-09-10 10:00");
        course.Record(new DeferralAsked(Course.At("2025-09-10 10:00"), "Flood"));
        Assert.Equal(Standing.Waiting, course.Inspection.Owed(Course.At("2025-09-10 10:00")).Single(duty => duty.Since is not null).Standing);
        course.Record(new DeferralDecided(Course.At("2025-09-10 14:00"), Granted: true, "Flood"));

        Assert.Equal(["deferral-decided:dcs", "deferral-decided:icb", "deferral-decided:lano", "deferral-decided:pcf"], Templates(course.RunTo("2026-12-01")));
        Assert.Empty(course.Inspection.Owed(Course.At("2026-12-01")));
    }

    [Fact]
    public void DeferralRefused_TheInspectionGoesOn()
    {
        var course = Named();
        course.RunTo("2025-09-10 10:00");
        course.Record(new DeferralAsked(Course.At("2025-09-10 10:00"), "Flood")).Record(new DeferralDecided(Course.At("2025-09-10 14:00"), Granted: false, "No flood"));

        Assert.Contains("on-site-starts:lano", Templates(course.RunTo("2025-09-19 10:00")));
    }

    [Fact]
    public void ADeadlineSetByHand_TellsOldDateAndNew_AndRemindsOfTheNew()
    {
        var course = Named();
        course.RunTo("2025-09-08 16:00");
        course.Override("person-level-lists", "2025-09-11", "2025-09-08 16:00");

        var keys = course.RunTo("2025-09-10 10:00").Select(notice => notice.Key).ToList();

        Assert.Equal(["dcs", "icb", "lano", "lead-inspector"], ToldOfMovedDates(keys)); // the forum was never told of the lists
        Assert.Contains("annex-a-reminder:lano:2025-09-11T1100:-1wd", keys);
    }

    [Theory]
    [InlineData("surveys-close", "2025-09-17", "dcs icb lano lead-inspector pcf")] // the forum helps with the surveys
    [InlineData("draft-report", "2025-10-20", "dcs icb lano lead-inspector pcf")] // and was told at notification when the report comes
    [InlineData("further-information", "2025-09-15", "dcs icb lano lead-inspector")]
    public void DatesThatMove_AreToldToThoseWhoseDatesTheyAre(string step, string due, string told)
    {
        var course = Named();
        course.RunTo("2025-09-08 16:00");
        course.Override(step, due, "2025-09-08 16:00");

        Assert.Equal(told.Split(' '), ToldOfMovedDates(course.Advance(Course.At("2025-09-08 16:00"))));
    }

    [Theory]
    [InlineData(true, "dcs icb lano lead-inspector principal-authority")]
    [InlineData(false, "dcs icb lano lead-inspector")] // the local authority is the principal authority, and is told as such
    public void APlansDateThatMoves_IsToldToAPrincipalAuthorityOfItsOwn(bool isSeparate, string told)
    {
        var course = Named();
        course.RunTo("2025-09-26 17:00");
        course.Record(new DraftReportShared(Course.At("2025-10-16")));
        course.RunTo("2025-10-20 12:00");
        course.Override("priority-action-plan", "2026-01-05", "2025-10-20 12:00");
        course.Advance(Course.At("2025-10-20 12:00"));
        course.Record(new FinalReportShared(Course.At("2025-11-07"), new Outcome.WidespreadFailings("Fictional Board", isSeparate)));

        Assert.Empty(ToldOfMovedDates(course.RunTo("2025-11-10 12:00").Select(notice => notice.Key))); // what moved before the report named it is not news of its
        course.Override("priority-action-plan", "2026-01-12", "2025-11-10 12:00");

        Assert.Equal(told.Split(' '), ToldOfMovedDates(course.Advance(Course.At("2025-11-10 12:00"))));
    }

    private static IEnumerable<string> ToldOfMovedDates(IEnumerable<string> keys) =>
        keys.Where(key => key.StartsWith("dates-changed:", StringComparison.Ordinal)).Select(key => key.Split(':')[1]).Order(StringComparer.Ordinal);

    [Fact]
    public void AnOverrideOfSomethingElse_DoesNotSwallowAnOverdueNotice()
    {
        var course = Named();

        // The engine was down at 11am; the first thing that is recorded when it is back is another deadline set by hand.
        course.Override("further-information", "2025-09-15", "2025-09-09 12:00");

        Assert.Contains("annex-a-overdue:lano", Templates(course, "2025-09-09 12:00"));
    }

    [Fact]
    public void PlanNotSubmitted_IsOverdueOnTheWorkingDayAfter()
    {
        var course = CertaintyTests.UpToFinal(3);

        var raised = course.RunTo("2026-01-05");

        Assert.Equal(
            ["2025-12-31 09:00 plan-overdue:dcs", "2025-12-31 09:00 plan-overdue:icb"],
            raised.Where(notice => notice.Key.StartsWith("plan-overdue", StringComparison.Ordinal))
                .Select(notice => $"{WholeInspection.Show(notice.At)} {string.Join(':', notice.Key.Split(':').Take(2))}"));
    }

    [Fact]
    public void PrincipalAuthorityThatIsTheLocalAuthority_IsToldThroughItsDirectorOnce()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");
        course.Record(new DraftReportShared(Course.At("2025-10-16")))
            .Record(new FinalReportShared(Course.At("2025-11-07"), new Outcome.WidespreadFailings("Barsetshire County Council")))
            .Record(new ReportPublished(Course.At("2025-11-19"), "https://reports.example.org/888"));

        var keys = Templates(course.RunTo("2025-12-15"));

        Assert.DoesNotContain("published:principal-authority", keys);
        Assert.Single(keys, key => key == "published:dcs");
        Assert.Contains("plan-reminder:dcs", keys);
    }

    [Fact]
    public void ANoticeThatCouldNotBeDelivered_StandsOnTopUntilItIsServed()
    {
        var course = Named();
        course.Append(new NoticeUndeliverable("surveys-open:pcf", "The mail service refused it."), Course.At("2025-09-08 16:00"));
        course.Append(new NoticeUndeliverable("notification:icb", "The mail service refused it."), Course.At("2025-09-08 16:00")); // what has to be served comes first
        Assert.Equal((Standing.NotServed, "notification:icb", Actor.Cqc), Top(course)); // CQC notifies the board (¶ 82)

        course.Append(new NoticeServedOtherwise("notification:icb", "by telephone"), Course.At("2025-09-08 17:00"));
        Assert.Equal((Standing.NotServed, "surveys-open:pcf", Actor.Ofsted), Top(course));

        course.Append(new NoticeSent("surveys-open:pcf"), Course.At("2025-09-08 17:00"));
        Assert.NotEqual(Standing.NotServed, Top(course).Item1);

        static (Standing, string?, Actor) Top(Course course)
        {
            var duty = course.Inspection.Owed(Course.At("2025-09-08 17:00"))[0];
            return (duty.Standing, duty.Notice, duty.Owes);
        }
    }

    private static Course Named()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 14:00");
        course.Record(new LanoNominated(Course.At("2025-09-08 15:00"), Guid.Empty));
        course.Advance(Course.At("2025-09-08 15:00"));
        return course;
    }

    private static IReadOnlyList<string> Templates(Course course, string at) => [.. course.Advance(Course.At(at)).Select(Short)];

    private static IReadOnlyList<string> Templates(IEnumerable<(Instant At, string Key)> raised) => [.. raised.Select(notice => Short(notice.Key))];

    private static string Short(string key) => string.Join(':', key.Split(':').Take(2));
}

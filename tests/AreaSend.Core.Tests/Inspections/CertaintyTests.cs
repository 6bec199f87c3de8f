using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Timetables;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>A date is a forecast until what it hangs on has happened; then it is counted from the day that it was.</summary>
public sealed class CertaintyTests
{
    private static readonly string[] ByPlanning =
    [
        "notify-dcs", "notify-icb", "notify-pcf", "annex-a-request", "surveys-open", "lano-nominated", "set-up-discussion", "person-level-lists",
        "providers-list", "arrangements", "tracked-children", "further-information", "tracked-children-information", "surveys-close", "fieldwork",
        "on-site", "leaders-meeting", "feedback-meeting",
    ];

    [Theory]
    [InlineData("2025-09-08 09:00", false)]
    [InlineData("2025-09-08 09:01", false)] // the engine begins at nine; a mail service may make it wait
    [InlineData("2025-09-09 09:00", true)]
    public void MetLate_WhatTheEngineDoes_IsLateOnlyOnALaterDay(string at, bool late)
    {
        var course = new Course("2025-09-22");

        course.Record(new Notified(Course.At(at)));

        Assert.Equal(late, course.Plan["notify-dcs"].MetLate);
    }

    [Fact]
    public void Steps_AsTheCourseGoesOn_BecomeFixedWithTheirAnchor()
    {
        var course = new Course("2025-09-22");
        var known = new List<string>(ByPlanning);
        AssertFixed(course, known);

        course.RunTo("2025-09-26 16:59");
        AssertFixed(course, known);

        course.RunTo("2025-09-26 17:00");
        AssertFixed(course, known, "concerns-call", "draft-report", "final-report");

        course.Record(new DraftReportShared(Course.At("2025-10-15")));
        AssertFixed(course, known, "draft-comments");

        course.Record(new FinalReportShared(Course.At("2025-11-07"), Outcomes.Of(3)));
        // The outcome is known now, and with it the term for the next full inspection.
        AssertFixed(course, known, "complaint", "publication", "pcf-copy", "priority-action-plan", "next-full-inspection");

        course.Record(new ReportPublished(Course.At("2025-11-19"), "https://reports.example.org/888"));
        AssertFixed(course, known, "dissemination", "area-publishes", "monitoring-inspection");

        course.Record(new PlanReceived(Course.At("2025-12-19"))).Record(new PlanWasConfirmed(Course.At("2026-01-15")));
        AssertFixed(course, known, "plan-publication");
        Assert.Equal(new LocalDate(2026, 1, 22), course.Due("plan-publication"));
    }

    [Fact]
    public void FinalReport_BeforeAndAfterADraftThatIsLate_HangsOnTheOnSiteDaysAlone()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");
        var before = course.Due("final-report");

        course.Record(new DraftReportShared(Course.At("2025-10-27")));

        Assert.Equal(before, course.Due("final-report"));
        Assert.Equal(new LocalDate(2025, 11, 10), course.Due("draft-comments"));
    }

    [Theory]
    [InlineData(1, "strategic-plan", "priority-action-plan", 60)]
    [InlineData(2, "strategic-plan", "priority-action-plan", 36)]
    [InlineData(3, "priority-action-plan", "strategic-plan", 36)]
    public void Outcome_OnceKnown_DecidesWhichPlanAndWhenTheNextInspection(int outcome, string plan, string otherPlan, int months)
    {
        var course = UpToFinal(outcome);

        Assert.NotNull(course.Plan.Find(plan));
        Assert.Null(course.Plan.Find(otherPlan));
        Assert.Equal(new LocalDate(2025, 9, 26).PlusMonths(months), course.Due("next-full-inspection"));
        Assert.Equal(outcome == 3, course.Plan.Find("monitoring-inspection") is not null);
    }

    [Fact]
    public void Complaint_InTime_HoldsPublicationUntilItIsResolved()
    {
        var course = UpToFinal(1);
        Assert.Equal(new LocalDate(2025, 11, 19), course.Due("publication"));

        course.Record(new ComplaintReceived(Course.At("2025-11-14 23:59")));
        Assert.Equal((true, null), (course.Plan["publication"].Held, course.Due("publication")));
        Assert.Null(course.Plan["dissemination"].DueDate);

        course.Record(new ComplaintWasResolved(Course.At("2025-12-19")));
        Assert.Equal(Anchor.ComplaintResolved, course.Plan["publication"].Why.Anchor);
        Assert.Equal(new LocalDate(2025, 12, 24), course.Due("publication"));
    }

    [Fact]
    public void Complaint_ResolvedBeforeTheWindowCloses_DoesNotBringPublicationForward()
    {
        var course = UpToFinal(1).Record(new ComplaintReceived(Course.At("2025-11-10"))).Record(new ComplaintWasResolved(Course.At("2025-11-11")));

        Assert.Equal((false, new LocalDate(2025, 11, 19)), (course.Plan["publication"].Held, course.Due("publication")));
    }

    [Fact]
    public void Complaint_AfterTheWindow_HoldsNothing()
    {
        var course = UpToFinal(1).Record(new ComplaintReceived(Course.At("2025-11-15 00:00")));

        Assert.Equal((false, new LocalDate(2025, 11, 19)), (course.Plan["publication"].Held, course.Due("publication")));
    }

    [Fact]
    public void PublicationSetByHand_AndThenAComplaint_HasNoDateUntilResolved()
    {
        var course = UpToFinal(1).Override("publication", "2025-11-21", "2025-11-10");

        course.Record(new ComplaintReceived(Course.At("2025-11-12")));

        Assert.Null(course.Due("publication"));
    }

    [Theory]
    [InlineData("2025-09-09 09:00", "2025-09-23", "a day late: S a day later, ten working days after N")]
    [InlineData("2025-09-08 23:59", "2025-09-22", "late in the day is not late")]
    [InlineData("2025-09-12 15:00", "2025-09-26", "four days late")]
    public void Notification_GoingOutLate_KeepsTheTenWorkingDays(string at, string onSite, string reason)
    {
        var course = new Course("2025-09-22").Record(new Notified(Course.At(at)));

        Assert.True($"{course.Due("on-site"):uuuu-MM-dd}" == onSite, $"{reason}; got {course.Due("on-site")}");
    }

    [Fact]
    public void Notification_MissedOverAWeekend_GoesOutOnMonday()
    {
        var course = new Course("2025-09-26");
        Assert.Equal(new LocalDate(2025, 9, 12), course.Plan.NotificationDay);

        course.Advance(Course.At("2025-09-13 10:00"));
        Assert.Null(course.Case.Notification);
        Assert.Equal(Course.At("2025-09-15 09:00"), course.Inspection.NextWake(Course.At("2025-09-13 10:00")));

        course.Advance(Course.At("2025-09-15 09:00"));
        Assert.Equal(new LocalDate(2025, 9, 15), course.Plan.NotificationDay);
        Assert.Equal(new LocalDate(2025, 9, 29), course.Due("on-site"));
    }

    [Theory]
    [InlineData("2025-09-09 11:00", false, "at 11am to the second is in time")]
    [InlineData("2025-09-09 11:01", true, "a minute later is late")]
    public void MetLate_ADeadlineWithAClockTime_IsMissedAfterIt(string received, bool late, string reason)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 09:00");

        course.Record(new LanoNominated(Course.At(received), Guid.NewGuid()));

        Assert.True(course.Plan["lano-nominated"].MetLate == late, reason);
    }

    [Theory]
    [InlineData("2025-10-16 23:59", false, "before midnight in London is in time")]
    [InlineData("2025-10-17 00:00", true, "midnight belongs to the next day")]
    public void MetLate_ADeadlineWithoutAClockTime_IsMissedAtMidnightInLondon(string shared, bool late, string reason)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");

        course.Record(new DraftReportShared(Course.At(shared)));

        Assert.True(course.Plan["draft-report"].MetLate == late, reason);
    }

    internal static Course UpToFinal(int outcome)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 17:00");
        return course.Record(new DraftReportShared(Course.At("2025-10-16"))).Record(new FinalReportShared(Course.At("2025-11-07"), Outcomes.Of(outcome)));
    }

    private static void AssertFixed(Course course, List<string> known, params string[] now)
    {
        known.AddRange(now);
        Assert.Equal(known.Order(), course.Plan.Steps.Where(step => step.Certainty == Certainty.Fixed).Select(step => step.Key).Order());
    }
}

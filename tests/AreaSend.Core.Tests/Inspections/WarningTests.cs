using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using static AreaSend.Core.Tests.Inspections.Course;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>What recording something would do that is seldom meant, told before it is done. On site from Monday 22 September 2025.</summary>
public sealed class WarningTests
{
    [Fact]
    public void FinalReportBeforeTheCommentsAreDue_IsAStatutoryWarning()
    {
        var warning = Assert.Single(Of(Drafted(), new FinalReportShared(At("2025-10-20 12:00"), new Outcome.Inconsistent()), "2025-10-20 12:00"));

        Assert.True(warning.IsStatutory);
        Assert.Contains("until the end of Tuesday 28 October 2025", warning.Sentence);
    }

    [Fact]
    public void FinalReportAfterTheCommentsAreDue_IsNone() =>
        Assert.Empty(Of(Drafted(), new FinalReportShared(At("2025-10-30 12:00"), new Outcome.Inconsistent()), "2025-10-30 12:00"));

    /// <summary>Either of the two that is recorded last, or corrected, brings it to light.</summary>
    [Fact]
    public void FinalReportBeforeTheCommentsCameIn_IsAStatutoryWarning()
    {
        var course = Drafted().Record(new CommentsReceived(At("2025-10-24 12:00")));
        var final = new FinalReportShared(At("2025-10-22 12:00"), new Outcome.Inconsistent());
        Assert.Contains(Of(course, final, "2025-10-27 12:00"), IsBefore);

        var right = course.Record(final with { HappenedAt = At("2025-10-27 12:00") });
        var comments = right.Case.Recorded.Single(recorded => recorded.Event is CommentsReceived).Seq;
        var later = new FactCorrected(At("2025-10-30 12:00"), comments, new CommentsReceived(At("2025-10-28 12:00")), [], "A slip", []);
        Assert.Contains(Of(right, later, "2025-10-30 12:00"), IsBefore);

        static bool IsBefore(Warning warning) => warning.IsStatutory && warning.Sentence.StartsWith("“Final report and responses shared” on ", StringComparison.Ordinal)
            && warning.Sentence.Contains("would lie before “Local area comments on the draft” on ", StringComparison.Ordinal);
    }

    [Fact]
    public void PlanPublishedBeforeTheReport_IsPointedOut()
    {
        var course = Drafted().Record(new FinalReportShared(At("2025-10-30 12:00"), new Outcome.Inconsistent()));

        var warning = Assert.Single(Of(course, new PlanPublished(At("2025-11-03 12:00"), "https://plans.example.org"), "2025-11-03 12:00"));

        Assert.False(warning.IsStatutory);
        Assert.EndsWith("“Strategic plan updated and published” would come before it.", warning.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void MeetingHeldBeforeItsDay_IsPointedOut()
    {
        var course = Course.Of(InspectionKind.Engagement, "2025-09-22");
        course.RunTo("2025-09-09 12:00");

        var warnings = Of(course, new MeetingHeld(At("2025-09-10 12:00"), [MeetingParty.Dcs]), "2025-09-10 12:00");

        Assert.Contains(warnings, warning => warning.Sentence.StartsWith("“Engagement meeting” is planned for Monday 22 September 2025, and would be recorded for Wednesday 10 September 2025.", StringComparison.Ordinal));
    }

    /// <summary>What the handbook gives the area in working days ends earlier only with open eyes.</summary>
    [Theory]
    [InlineData(Steps.DraftComments, "2025-10-15", true)]
    [InlineData(Steps.DraftComments, "2025-10-29", false)]
    [InlineData(Steps.FinalReport, "2025-11-05", false)]
    public void DeadlineThatCutsATimeOfTheAreaShort_IsAStatutoryWarning(string step, string day, bool isCut)
    {
        var course = Drafted();
        var set = DateMoves.Override(course.Case, course.Plan, step, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, "Agreed", At("2025-10-14 13:00"));

        Assert.Equal(isCut, Of(course, set, "2025-10-14 13:00").Any(warning =>
            warning.IsStatutory && warning.Sentence.Contains("the handbook gives until Tuesday 28 October 2025, 10 working days (paragraph 137)", StringComparison.Ordinal)));
    }

    /// <summary>What the area only has to pass on is no right that would be over.</summary>
    [Fact]
    public void FinalReportOfYesterday_IsNone() =>
        Assert.Empty(Of(Drafted(), new FinalReportShared(At("2025-10-30 12:00"), new Outcome.Inconsistent()), "2025-10-31 12:00"));

    [Fact]
    public void FinalReportRecordedLongAfter_WarnsOfTheRightThatIsOver()
    {
        var warnings = Of(Drafted(), new FinalReportShared(At("2025-10-30 12:00"), new Outcome.Inconsistent()), "2026-01-30 12:00");

        Assert.Contains(warnings, warning => warning.IsStatutory && warning.Sentence.Contains("Local area may complain", StringComparison.Ordinal) && warning.Sentence.Contains("the area would be told of it when it is over", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => !warning.IsStatutory && warning.Sentence.Contains("Report published", StringComparison.Ordinal) && warning.Sentence.Contains("has passed", StringComparison.Ordinal));
    }

    [Fact]
    public void DeadlineThatOvertakesWhatFollows_IsAStatutoryWarning()
    {
        var course = Notified();
        course.RunTo(At("2025-09-29 10:00"));
        var set = DateMoves.Override(course.Case, course.Plan, Steps.DraftReport, new LocalDate(2025, 11, 5), "Agreed", At("2025-09-29 10:00"));

        var warning = Assert.Single(Of(course, set, "2025-09-29 10:00"));

        Assert.True(warning.IsStatutory);
        Assert.StartsWith("“Local area comments on the draft” would be due on Wednesday 19 November 2025", warning.Sentence);
        Assert.Contains("“Final report and responses shared”, Friday 7 November 2025", warning.Sentence);
    }

    [Fact]
    public void DeadlineThatKeepsTheOrder_IsNone()
    {
        var course = Notified();
        course.RunTo(At("2025-09-29 10:00"));

        Assert.Empty(Of(course, DateMoves.Override(course.Case, course.Plan, Steps.DraftReport, new LocalDate(2025, 10, 17), "Agreed", At("2025-09-29 10:00")), "2025-09-29 10:00"));
    }

    [Fact]
    public void OfficerNamedBeforeTheNotification_IsPointedOut()
    {
        var warning = Assert.Single(Of(Notified(), new LanoNominated(At("2025-09-08 08:30"), Guid.NewGuid()), "2025-09-08 12:00"));

        Assert.True(warning.IsStatutory);
        Assert.Contains("lies before the moment at which the leaders were notified", warning.Sentence);
    }

    [Fact]
    public void FirstDayThatIsNoMonday_SaysWhatItLeavesForAnnexA()
    {
        var course = new Course("2025-09-22");
        var set = DateMoves.Override(course.Case, course.Plan, Steps.OnSite, new LocalDate(2025, 9, 25), "The lead is away", At("2025-08-01 10:00"));

        Assert.Contains(Of(course, set, "2025-08-01 10:00"), warning => warning.Sentence.StartsWith("Annex A is squeezed", StringComparison.Ordinal) && warning.Sentence.Contains("1 working day", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Warning> Of(Course course, Fact fact, string now)
    {
        var after = course.Case.With(fact, At(now), Recorder.Coordinator);
        return Warning.Of(course.Case, course.Plan, after, Timetable.Plan(after, course.Plan.Calendar), [fact], At(now));
    }

    private static Course Notified()
    {
        var course = new Course("2025-09-22");
        course.RunTo(At("2025-09-08 09:00"));
        return course;
    }

    private static Course Drafted()
    {
        var course = Notified();
        course.RunTo(At("2025-10-14 11:00"));
        return course.Record(new DraftReportShared(At("2025-10-14 12:00")));
    }
}

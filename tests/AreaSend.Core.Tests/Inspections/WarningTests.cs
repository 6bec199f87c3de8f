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

        Assert.False(warning.IsStatutory);
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

using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Inspections;

namespace AreaSend.Core.Tests.Keeping;

/// <summary>When something of an inspection may go (¶ 142): counted from its end, and never while it goes on or is kept for longer.</summary>
public sealed class KeepingRulesTests
{
    private static readonly KeepingSchedule Schedule = new();
    private static readonly Guid Hold = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static TheoryData<string, string?> Ends { get; } = new()
    {
        { "goes on", null },
        { "withdrawn", "2025-09-09" },
        { "deferred", "2025-09-10" },
        { "refused a deferral", null }, // It goes on.
        { "complete", "2025-12-10" }, // The plan was published last.
    };

    [Theory, MemberData(nameof(Ends))]
    public void EndOf_IsWhatEndedIt(string course, string? end) =>
        Assert.Equal(end is null ? null : WorkingDayTests.Iso(end), KeepingRules.EndOf(Lived(course).Case));

    [Fact]
    public void WhyKept_EachRule_UntilTheDayItsPeriodEnds()
    {
        var @case = Lived("withdrawn").Case;
        foreach (var rule in Schedule.OfInspections)
        {
            var due = WorkingDayTests.Iso("2025-09-09").PlusMonths(rule.Months);
            Assert.StartsWith($"It is kept until ", KeepingRules.WhyKept(@case, rule, due.PlusDays(-1)), StringComparison.Ordinal);
            Assert.Null(KeepingRules.WhyKept(@case, rule, due));
        }
    }

    [Theory]
    [InlineData(KeepingPurpose.Research, "for research")]
    [InlineData(KeepingPurpose.Litigation, "for litigation")]
    public void Dispose_WhileItIsKeptForLonger_IsRefusedUntilThatIsLifted(KeepingPurpose why, string says)
    {
        var course = Lived("withdrawn").Record(new KeptForLonger(Course.At("2025-09-12 09:00"), Hold, why, "A reason"));
        var disposal = new DisposedOf(Course.At("2032-09-12 09:00"), KeepingSchedule.Documents, []);

        Assert.Contains(says, course.WhyNot(disposal), StringComparison.Ordinal);
        Assert.Contains(says, KeepingRules.WhyKept(course.Case, Schedule[KeepingSchedule.Documents], WorkingDayTests.Iso("2040-01-01")), StringComparison.Ordinal);
        course.Record(new KeptNoLonger(Course.At("2032-09-12 08:00"), Hold, "It is over"));
        Assert.Null(course.WhyNot(disposal));
    }

    [Fact]
    public void Dispose_OfOneThatGoesOn_OrTwice_IsRefused()
    {
        var disposal = new DisposedOf(Course.At("2032-09-12 09:00"), KeepingSchedule.Documents, []);
        Assert.Equal("This inspection has not ended, so all of it is kept.", Lived("goes on").WhyNot(disposal));

        var course = Lived("withdrawn").Record(disposal);

        Assert.Equal("That has been disposed of already.", course.WhyNot(disposal));
        Assert.Null(course.WhyNot(disposal with { Rule = KeepingSchedule.Mail }));
        Assert.True(KeepingRules.IsDisposedOf(course.Case, KeepingSchedule.Documents));
    }

    [Fact]
    public void KeepForLonger_CanBeDecidedAtAnyTimeWithAReason_AndLiftedOnce()
    {
        var held = new KeptForLonger(Course.At("2025-09-12 09:00"), Hold, KeepingPurpose.Research, "A study");
        foreach (var name in (string[])["goes on", "withdrawn", "deferred", "complete"])
        {
            Assert.Null(Lived(name).WhyNot(held, "2026-03-01 09:00"));
        }

        var course = Lived("withdrawn");
        Assert.StartsWith("Give a reason", course.WhyNot(held with { Reason = " " }), StringComparison.Ordinal);
        course.Record(held);
        Assert.Contains("already", course.WhyNot(held), StringComparison.Ordinal);
        course.Record(new KeptNoLonger(Course.At("2025-09-13 09:00"), Hold, "Enough"));
        Assert.Contains("not in force any more", course.WhyNot(new KeptNoLonger(Course.At("2025-09-14 09:00"), Hold, "Enough")), StringComparison.Ordinal);
    }

    [Fact]
    public void Disposal_MovesNoDateAndOwesNothing()
    {
        var course = Lived("complete");
        var (plan, owed) = (course.Plan.Steps.Select(step => (step.Key, step.DueDate)).ToList(), course.Inspection.Owed(Course.At("2033-01-01 09:00")).ToList());

        foreach (var rule in Schedule.OfInspections)
        {
            course.Record(new DisposedOf(Course.At("2033-01-01 09:00"), rule.Key, []));
        }

        Assert.Equal(plan, course.Plan.Steps.Select(step => (step.Key, step.DueDate)));
        Assert.Equal(owed, course.Inspection.Owed(Course.At("2033-01-01 09:00")));
    }

    [Theory]
    [InlineData("mails", 12, "There is no rule 'mails' of keeping. Choose one of: person-level, mail, documents, people, notes, access-log, former-contacts, hold-reasons, other-access, audits.")]
    [InlineData("mail", 0, "The rule 'mail' of keeping has 0 months. Give 1 to 1,200.")]
    public void Schedule_WithASettingThatIsNone_SaysWhatToSet(string key, int months, string says) =>
        Assert.Equal(says, Assert.Throws<ArgumentException>(() => new KeepingSchedule(new Dictionary<string, int> { [key] = months })).Message);

    [Theory]
    [InlineData(1, "1 month")]
    [InlineData(12, "1 year")]
    [InlineData(18, "18 months")]
    [InlineData(72, "6 years")]
    public void Period_InWords(int months, string words) =>
        Assert.Equal(words, new KeepingSchedule(new Dictionary<string, int> { [KeepingSchedule.Mail] = months })[KeepingSchedule.Mail].Period);

    private static Course Lived(string name)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-09 09:00");
        if (name == "complete")
        {
            return Completed(course);
        }

        return name switch
        {
            "withdrawn" => course.Record(new InspectionWithdrawn(Course.At("2025-09-09 10:00"), "Planned for the wrong area")),
            "deferred" => course.Record(new DeferralAsked(Course.At("2025-09-09 10:00"), "A flood")).Record(new DeferralDecided(Course.At("2025-09-10 10:00"), Granted: true, "A flood")),
            "refused a deferral" => course.Record(new DeferralAsked(Course.At("2025-09-09 10:00"), "A flood")).Record(new DeferralDecided(Course.At("2025-09-10 10:00"), Granted: false, "It has receded")),
            _ => course,
        };
    }

    private static Course Completed(Course course)
    {
        course.RunTo("2025-10-14 09:00");
        course.Record(new DraftReportShared(Course.At("2025-10-14 10:00")));
        course.Record(new CommentsReceived(Course.At("2025-10-20 10:00")));
        course.Record(new FinalReportShared(Course.At("2025-11-03 10:00"), new Outcome.Inconsistent()));
        course.RunTo("2025-11-25 09:00");
        course.Record(new ReportPublished(Course.At("2025-11-25 10:00"), "https://reports.example.org/888"));
        course.RunTo("2025-12-10 09:00");
        course.Record(new PlanPublished(Course.At("2025-12-10 10:00"), "https://www.example.org/plan"));
        return course;
    }
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Timetables;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Whatever people try to record, in whatever order: what is refused is refused with a sentence, and what is left makes sense.</summary>
public sealed class RandomCoursePropertyTests
{
    private static readonly Func<Course, Instant, Fact>[] Attempts =
    [
        (_, at) => new LanoNominated(at, Guid.Empty),
        (_, at) => new DeputyNamed(at, Guid.Empty),
        (_, at) => new DeputyNamed(at, Person: null),
        (_, at) => new ItemReceived(at, "list-1"),
        (_, at) => new ItemReceived(at, "2.1"),
        (_, at) => new ItemReceived(at, "7.1/A"),
        (_, at) => new ChildrenSelected(at, 6),
        (_, at) => new DraftReportShared(at),
        (_, at) => new CommentsReceived(at),
        (_, at) => new FinalReportShared(at, Outcomes.Of(3)),
        (_, at) => new FinalReportShared(at, Outcomes.Of(1)),
        (_, at) => new ComplaintReceived(at),
        (_, at) => new ComplaintWasResolved(at),
        (_, at) => new ReportPublished(at, "https://reports.example.org/888"),
        (_, at) => new PlanReceived(at),
        (_, at) => new PlanReturned(at, "No dates"),
        (_, at) => new PlanWasConfirmed(at),
        (_, at) => new PlanPublished(at),
        (_, at) => new DeferralAsked(at, "Flood"),
        (_, at) => new DeferralDecided(at, Granted: false, "The flood is over"),
        (_, at) => new InspectionPaused(at, "Flood"),
        (course, at) => DateMoves.Resume(course.Case, course.Plan, at),
        (course, at) => DateMoves.Resume(course.Case, course.Plan, at),
        (course, at) => DateMoves.Override(course.Case, course.Plan, "draft-report", course.Plan.Calendar.Plus(Today(at), 5), "Agreed", at),
        (course, at) => DateMoves.Override(course.Case, course.Plan, "further-information", course.Plan.Calendar.Plus(Today(at), 2), "Agreed", at),
        (course, at) => new PaperFiled(at, Paper(course.Case.Recorded.Count), PaperKind.Comments.Key, course.Case.Events.LastOrDefault(recorded => recorded.Event is CommentsReceived)?.Seq ?? 0),
        (course, at) => new PaperFiled(at, Paper(course.Case.Recorded.Count), PaperKind.Plan.Key, course.Case.Events.LastOrDefault(recorded => recorded.Event is PlanReceived)?.Seq ?? 0),
        (course, at) => new PaperAccepted(at, Newest(course), 100, new string('0', 64)),
        (course, at) => new PaperRefused(at, Newest(course), "malware", "It is infected."),
        (_, at) => new SurveysClosed(at),
        (_, at) => new OnSiteEnded(at),
    ];

    private static readonly Gen<(int Attempt, int Hours)[]> Script = Gen.Select(Gen.Int[0, Attempts.Length - 1], Gen.Int[0, 120]).Array[5, 60];

    [Fact]
    public void AnyOrderOfFacts_NeverThrowsAndKeepsTheCaseWhole() =>
        Script.Sample(
            script =>
            {
                var course = new Course("2025-09-22");
                var now = Course.At("2025-09-05");
                var keys = new List<string>();
                foreach (var (attempt, hours) in script)
                {
                    now += Duration.FromHours(hours);
                    keys.AddRange(course.Advance(now));
                    var fact = Attempts[attempt](course, now);
                    var refusal = course.Inspection.WhyNot(fact, now);
                    if (refusal is null)
                    {
                        course.Append(fact, now);
                    }
                    else
                    {
                        Assert.EndsWith(".", refusal, StringComparison.Ordinal);
                    }

                    keys.AddRange(course.Advance(now));
                    AssertWhole(course, now);
                }

                Assert.Equal(keys.Count, keys.Distinct().Count());
            },
            iter: 40);

    private static void AssertWhole(Course course, Instant now)
    {
        var plan = course.Plan;
        Assert.Empty(course.Inspection.Notices(now));
        Assert.Null(course.Inspection.ClockFact(now));
        Assert.True(course.Inspection.NextWake(now) is not { } wake || wake > now);
        foreach (var step in plan.Steps.Where(step => step.DueDate is not null && step.Met is null && step.Certainty == Certainty.Fixed))
        {
            // Nothing open falls due before what it hangs on; the two rows that count backwards from S are week 1's own.
            Assert.True(step.Why.Count < 0 || step.Definition.Due is EndOfWeek || step.Why.AnchorDate <= step.DueDate, $"{step.Key} is due {step.DueDate}, before {step.Why.AnchorDate}");
        }

        if (course.Case.Met.TryGetValue("final-report", out var final))
        {
            Assert.True(course.Case.Met["draft-report"].At <= final.At);
        }

        if (plan["publication"].Met is { } published)
        {
            Assert.True(published.At >= course.Case.Met["final-report"].At);
        }

        Assert.Equal(course.Case.Events.Count, course.Case.Events[^1].Seq);
    }

    private static Guid Paper(int number) => new(number, 0, 0, new byte[8]);

    private static Guid Newest(Course course) => FiledPaper.All(course.Case) is [.., var newest] ? newest.Document : Guid.Empty;

    private static LocalDate Today(Instant at) => AreaSend.Core.Calendars.LondonTime.DateOf(at);
}

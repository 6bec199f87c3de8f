using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>
/// What became of the real inspections whose days are public. Publication came 29 to 101 working days after the last on-site day, where the rules give
/// 38: nothing of that is refused or warned of, sooner or later.
/// </summary>
public sealed class RealSpanTests
{
    private static readonly WorkingDayCalendar Calendar = Published.Calendar;
    private static readonly IReadOnlyList<Real> All = Read();

    [Fact]
    public void Record_OfRealInspections_HoldsWhatTheseTestsAreAbout()
    {
        var spans = All.Select(real => Calendar.Between(real.Ends, real.Published)).ToList();

        Assert.Equal((94, 29, 101), (All.Count, spans.Min(), spans.Max()));
        Assert.Equal(["203: Thursday, 7 days", "931: Thursday, 7 days"], All.Where(real => !real.IsUsual).Select(real => $"{real.Area}: {real.Starts.DayOfWeek}, {real.Days} days"));
    }

    [Fact]
    public void Warnings_OfRealWeeks_AreOnlyOfThoseThatWereUnusual() => Assert.All(All, real =>
    {
        var plan = Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, real.Starts, Calendar, real.Days);

        Assert.Equal(real.Ends, plan["feedback-meeting"].DueDate);
        Assert.Equal(real.IsUsual, PlanningWarnings.For(real.Starts, plan, []).Count == 0);
        Assert.DoesNotContain(PlanningWarnings.For(real.Starts, plan, []), warning => warning.Contains("bank holiday", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData(true, "the draft as late as that publication allows: after its due day, where publication came late")]
    [InlineData(false, "draft and final report at once, and then nothing until publication")]
    public void Publication_OnTheRealDay_IsRecordedWithoutAWarning(bool isLate, string how) => Assert.All(All, real =>
    {
        // The area has 10 working days to comment and 5 to complain, and what follows comes after those.
        var final = isLate ? Calendar.Minus(real.Published, 6) : Calendar.Plus(real.Ends, 12);
        var course = new Course($"{real.Starts:uuuu-MM-dd}", Calendar, real.Days);
        course.RunTo($"{real.Ends:uuuu-MM-dd} 17:00");

        Add(course, at => new DraftReportShared(at), Calendar.Minus(final, 11), how);
        Add(course, at => new FinalReportShared(at, Outcomes.Of(real.Outcome)), final, how);
        Add(course, at => new ReportPublished(at, "https://reports.example.org/real"), real.Published, how);
    });

    private static void Add(Course course, Func<Instant, Fact> fact, LocalDate day, string how)
    {
        var at = Course.At($"{day:uuuu-MM-dd}");
        course.RunTo(at);

        // Only what is fixed can be overdue: that forecasts have gone by says no more than that it is late.
        Assert.All(course.Inspection.Owed(at).Where(duty => duty.Step is not null && duty.Due <= at), duty => Assert.Equal(Certainty.Fixed, course.Plan[duty.Step!].Certainty));
        var after = course.Case.With(fact(at), at, Recorder.Coordinator);
        var warnings = Warning.Of(course.Case, course.Plan, after, Timetable.Plan(after, Calendar), [fact(at)], at);
        Assert.True(warnings.Count == 0, $"{how}: {string.Join(' ', warnings.Select(warning => warning.Sentence))}");
        course.Record(fact(at));
    }

    private static List<Real> Read()
    {
        using var stream = typeof(RealSpanTests).Assembly.GetManifestResourceStream("full-inspections.csv")!;
        using var reader = new StreamReader(stream);

        // Names of areas may hold commas, in quotation marks; the days stand at the end.
        return
        [
            .. from line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
               let fields = line.Split(',')
               where fields is [.., { Length: > 0 }, { Length: > 0 }, _, { Length: > 0 }]
               select new Real(fields[0], WorkingDayTests.Iso(fields[^4]), WorkingDayTests.Iso(fields[^3]), fields[^2].Length == 0 ? 2 : fields[^2][0] - '0', WorkingDayTests.Iso(fields[^1])),
        ];
    }

    /// <param name="Outcome">1 to 3; 2 where the record lacks it.</param>
    private sealed record Real(string Area, LocalDate Starts, LocalDate Ends, int Outcome, LocalDate Published)
    {
        public int Days => Calendar.Between(Starts, Ends) + 1;

        public bool IsUsual => Starts.DayOfWeek == IsoDayOfWeek.Monday && Days == 5;
    }
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>Whatever the on-site week, and however late each report is, the table and a naive walk give the same dates.</summary>
public sealed class NaiveTimetablePropertyTests
{
    private static readonly Gen<LocalDate> OnSite = Gen.Int[0, 5_800].Select(new LocalDate(2012, 2, 1).PlusDays);

    [Fact]
    public void Preview_AnyOnSiteDay_AgreesOnEveryRow() =>
        OnSite.Sample(
            onSite => Agree(
                new NaiveTimetable(onSite, Published.Calendar).Dates(),
                Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, onSite, Published.Calendar)),
            iter: 2_000);

    [Fact]
    public void Plan_ReportsSharedEarlyOrLate_CountsFromTheDaysTheyWere() =>
        Gen.Select(OnSite.Where(Published.Calendar.IsWorkingDay), Gen.Int[1, 3], Gen.Int[1, 25], Gen.Int[1, 25], Gen.Int[9, 30]).Sample(
            (onSite, outcome, toDraft, toFinal, toPublication) =>
            {
                var course = new Course($"{onSite:uuuu-MM-dd}");
                var ended = Published.Calendar.Plus(onSite, 4);
                course.RunTo($"{ended:uuuu-MM-dd} 17:00");
                var draft = ended.PlusDays(toDraft);
                var final = draft.PlusDays(toFinal);
                var published = final.PlusDays(toPublication + 6);
                course.Record(new DraftReportShared(Course.At($"{draft:uuuu-MM-dd}")));
                var afterDraft = Agree(new NaiveTimetable(onSite, Published.Calendar) { Draft = draft }.Dates(), course.Plan);
                course.Record(new FinalReportShared(Course.At($"{final:uuuu-MM-dd}"), Outcomes.Of(outcome)));
                course.Record(new ReportPublished(Course.At($"{published:uuuu-MM-dd}"), "https://reports.example.org/888"));
                var naive = new NaiveTimetable(onSite, Published.Calendar) { Draft = draft, Final = final, Publication = published, Outcome = outcome };
                return afterDraft && Agree(naive.Dates(), course.Plan);
            },
            iter: 50);

    private static bool Agree(Dictionary<string, LocalDate?> naive, Timetable plan)
    {
        Assert.Equal(naive.Keys.Order(), plan.Steps.Select(step => step.Key).Order());
        Assert.All(plan.Steps, step => Assert.Equal((step.Key, naive[step.Key]), (step.Key, step.DueDate)));
        return true;
    }
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>The monitoring inspection of the January 2024 edition against the handbook's part 3 (¶ 157 to 179), written out from it and not from the code.</summary>
public sealed class MonitoringTableTests
{
    /// <summary>Key, actor, paragraphs, and the day in the real course: notified on 6 October 2025, on site on 20 and 21 October.</summary>
    public static TheoryData<string, string, int[], string> Rows { get; } = new()
    {
        { "notify-dcs", "Ofsted", [82, 163], "2025-10-06" },
        { "notify-icb", "CQC", [82, 163], "2025-10-06" },
        { "notify-pcf", "Ofsted", [163], "2025-10-06" },
        { "annex-a-request", "lead inspector", [164, 165, 192], "2025-10-06" },
        { "lano-nominated", "local area", [83, 164], "2025-10-07" },
        { "set-up-discussion", "lead inspector", [164, 167], "2025-10-07" },
        { "support-discussion", "lead inspector", [167], "2025-10-17" },
        { "on-site", "inspectors", [163, 169], "2025-10-20" },
        { "feedback-meeting", "lead inspector", [169, 170], "2025-10-21" },
        { "concerns-call", "local area", [155, 178], "2025-10-22" },
        { "draft-report", "Ofsted", [136, 176], "2025-11-10" },
        { "draft-comments", "local area", [137, 176], "2025-11-24" },
        { "final-report", "Ofsted", [175], "2025-12-02" },
        { "complaint", "local area", [138, 176, 178], "2025-12-09" },
        { "publication", "Ofsted", [138, 175, 176], "2025-12-12" },
        { "dissemination", "Ofsted and CQC", [140, 176], "2025-12-12" },
        { "pcf-copy", "local area", [139, 176], "2025-12-02" },
        { "area-publishes", "local area", [139, 176], "2025-12-12" },
    };

    /// <summary>What the handbook is silent about and we decided, of all its rows.</summary>
    private static readonly string[] ProductRules =
    [
        "notify-dcs", "lano-nominated", "set-up-discussion", "tracked-children", "requested-information", "tracked-children-information", "support-discussion", "publication", "area-publishes",
    ];

    private static readonly Gen<LocalDate> OnSite = Gen.Int[0, 5_800].Select(new LocalDate(2012, 2, 1).PlusDays).Where(Published.Calendar.IsWorkingDay);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_HasItsActorItsParagraphsAndItsDay(string key, string actor, int[] cites, string due)
    {
        var step = Preview(new LocalDate(2025, 10, 20))[key];

        Assert.Equal((actor, WorkingDayTests.Iso(due)), (step.Definition.Actor.Show(), step.DueDate));
        Assert.Equal(cites, step.Definition.Cites);
    }

    [Fact]
    public void Preview_HasTheseRowsAndNoOthers_InTheOrderOfTheHandbook() =>
        Assert.Equal(Rows.Select(row => row.Data.Item1), Preview(new LocalDate(2025, 10, 20)).Steps.Select(step => step.Key));

    [Fact]
    public void Table_MarksWhatWeDecidedOurselves() =>
        Assert.Equal(ProductRules, AreaSend2024.Monitoring.Steps.Where(row => row.ProductRule is not null).Select(row => row.Key));

    /// <summary>It ends in a letter: no row, and no sentence that refuses, speaks of a report.</summary>
    [Fact]
    public void Table_SpeaksOfALetter() => Assert.All(AreaSend2024.Monitoring.Steps, row => Assert.DoesNotContain(
        "report", $"{row.Title} {row.UntilPublished} {row.Words?.Already} {row.Words?.Happened} {row.Words?.NotYet}", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Preview_AnyOnSiteDayAndNumberOfDays_AgreesWithAWalk() => Gen.Select(OnSite, Gen.Int[2, 10]).Sample(
        (onSite, days) =>
        {
            var plan = Preview(onSite, days);
            Assert.All(Walk(onSite, days), day => Assert.Equal((day.Key, (LocalDate?)day.Value), (day.Key, plan[day.Key].DueDate)));
        },
        iter: 1_000);

    // From timetable.md: notification ten working days before, the letter's chain from the last on-site day.
    private static Dictionary<string, LocalDate> Walk(LocalDate s, int days)
    {
        var walk = new DayWalk(Published.Calendar.BankHolidays);
        var (n, e) = (walk.Plus(s, -10), walk.Plus(s, days - 1));
        var r = walk.Plus(e, 30);
        return new()
        {
            ["notify-dcs"] = n,
            ["notify-icb"] = n,
            ["notify-pcf"] = n,
            ["on-site"] = s,
            ["feedback-meeting"] = e,
            ["draft-report"] = walk.Plus(e, 14),
            ["draft-comments"] = walk.Plus(walk.Plus(e, 14), 10),
            ["final-report"] = r,
            ["complaint"] = walk.Plus(r, 5),
            ["publication"] = walk.Plus(walk.Plus(r, 5), 3),
        };
    }

    private static Timetable Preview(LocalDate onSite, int? days = null) =>
        Timetable.Preview(AreaSend2024.Edition, InspectionKind.Monitoring, onSite, Published.Calendar, days);
}

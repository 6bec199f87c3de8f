using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>Engagement meetings (¶ 180 to 191), thematic visits (¶ 16) and re-visits (seen in what was published about them), row by row and over all days.</summary>
public sealed class VisitAndMeetingTableTests
{
    private static readonly Gen<LocalDate> Day = Gen.Int[0, 5_800].Select(new LocalDate(2012, 2, 1).PlusDays).Where(Published.Calendar.IsWorkingDay);

    /// <summary>Kind, key, actor, paragraphs, and the day: a meeting on Thursday 15 January 2026, visits from Monday 20 October 2025.</summary>
    public static TheoryData<string, string, string, int[], string?> Rows { get; } = new()
    {
        { "engagement", "self-evaluation-request", "Ofsted and CQC", [182, 184], "2025-12-31" },
        { "engagement", "self-evaluation", "local area", [182, 183], "2026-01-08" },
        { "engagement", "agenda", "regional director", [190], "2026-01-14" },
        { "engagement", "meeting", "regional director", [188, 189], "2026-01-15" },
        { "engagement", "meeting-letter", "Ofsted and CQC", [191], "2026-02-15" },
        { "thematic", "notify-dcs", "Ofsted", [16], "2025-10-06" },
        { "thematic", "notify-icb", "CQC", [16], "2025-10-06" },
        { "thematic", "on-site", "inspectors", [16], "2025-10-20" },
        { "thematic", "on-site-ends", "inspectors", [16], "2025-10-21" },
        { "re-visit", "notify-dcs", "Ofsted", [], "2025-10-06" },
        { "re-visit", "notify-icb", "CQC", [], "2025-10-06" },
        { "re-visit", "on-site", "inspectors", [], "2025-10-20" },
        { "re-visit", "on-site-ends", "inspectors", [], "2025-10-21" },
        { "re-visit", "revisit-letter", "Ofsted and CQC", [], null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_HasItsActorItsParagraphsAndItsDay(string kind, string key, string actor, int[] cites, string? due)
    {
        var step = Preview(kind)[key];

        Assert.Equal((actor, due is null ? null : WorkingDayTests.Iso(due)), (step.Definition.Actor.Show(), step.DueDate));
        Assert.Equal(cites, step.Definition.Cites);
    }

    [Theory]
    [InlineData("engagement")]
    [InlineData("thematic")]
    [InlineData("re-visit")]
    public void Kind_HasTheseRowsAndNoOthers(string kind) =>
        Assert.Equal(Rows.Where(row => row.Data.Item1 == kind).Select(row => row.Data.Item2), Preview(kind).Steps.Select(step => step.Key));

    /// <summary>What no paragraph of the handbook says is not cited as if one did.</summary>
    [Fact]
    public void Revisit_CitesItsOwnSource() => Assert.All(AreaSend2024.Revisit.Steps, row => Assert.Equal("The guidance on re-visits under the earlier framework", row.Source));

    [Fact]
    public void Thematic_IsFollowedByNothing() => Assert.Equal("on-site-ends", Assert.Single(AreaSend2024.Thematic.Steps, row => row.Completes).Key);

    [Fact]
    public void Preview_AnyMeeting_AgreesWithAWalk() => Day.Sample(
        day =>
        {
            var (walk, plan) = (new DayWalk(Published.Calendar.BankHolidays), Timetable.Preview(AreaSend2024.Edition, InspectionKind.Engagement, day, Published.Calendar));
            Assert.Equal(walk.Plus(day, -10), plan["self-evaluation-request"].DueDate);
            Assert.Equal(walk.Plus(day, -5), plan["self-evaluation"].DueDate);
            Assert.Equal(walk.Plus(day, -1), plan["agenda"].DueDate);
            Assert.Equal(SameDayOfNextMonth(day), plan["meeting-letter"].DueDate);
        },
        iter: 1_000);

    [Theory]
    [InlineData("thematic")]
    [InlineData("re-visit")]
    public void Preview_AnyVisit_AgreesWithAWalk(string kind) => Gen.Select(Day, Gen.Int[1, 10]).Sample(
        (day, days) =>
        {
            var (walk, plan) = (new DayWalk(Published.Calendar.BankHolidays), Timetable.Preview(AreaSend2024.Edition, kind, day, Published.Calendar, days));
            Assert.Equal((walk.Plus(day, -10), walk.Plus(day, days - 1)), (plan.NotificationDay, plan["on-site-ends"].DueDate));
        },
        iter: 500);

    // 31 January to 28 or 29 February: the last day that there is.
    private static LocalDate SameDayOfNextMonth(LocalDate day)
    {
        var (year, month) = day.Month == 12 ? (day.Year + 1, 1) : (day.Year, day.Month + 1);
        return new(year, month, Math.Min(day.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
    }

    private static Timetable Preview(string kind) =>
        Timetable.Preview(AreaSend2024.Edition, kind, kind == InspectionKind.Engagement ? new LocalDate(2026, 1, 15) : new LocalDate(2025, 10, 20), Published.Calendar);
}

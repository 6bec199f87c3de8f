using AreaSend.Core.Programme;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Programme;

/// <summary>What does not go well together in an area.</summary>
public sealed class ClashTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(0, 4, 0, 0, true, "the same days")]
    [InlineData(0, 1, 3, 4, true, "other days of the same week")]
    [InlineData(0, 4, 7, 11, false, "the week after")]
    [InlineData(3, 11, 11, 11, true, "the second week of one that runs over a weekend")]
    public void TwoActivities_ClashInOneWeek(int first, int last, int otherFirst, int otherLast, bool clash, string reason)
    {
        var found = Of([Visit("full inspection", first, last), Visit("thematic visit", otherFirst, otherLast)]);

        Assert.True(clash == found.Any(one => one.Kind == ClashKind.TwoInOneWeek), reason);
    }

    [Fact]
    public void TwoActivitiesThatHaveTakenPlace_AreNoClashAnyMore() =>
        Assert.Empty(Of([Visit("full inspection", 0, 4) with { IsPlanned = false }, Visit("ILACS monitoring visit", 1, 2) with { IsPlanned = false }]));

    [Theory]
    [InlineData(0, 4, true, "both in one week")]
    [InlineData(7, 11, false, "the week after")]
    public void OneLead_ClashesInOneWeek_WhereverThatIs(int first, int last, bool clash, string reason)
    {
        var found = Clash.OfLead("Fictional Lead", [Visit("full inspection of Kent", 0, 4), Visit("thematic visit of Leeds", first, last)]).ToList();

        Assert.True(clash == found.Any(one => one is { Kind: ClashKind.OneLead } && one.Because.StartsWith("Fictional Lead leads two activities in one week: full inspection of Kent,", StringComparison.Ordinal)), reason);
    }

    [Fact]
    public void ABankHolidayOnSite_IsNamed()
    {
        // Easter Monday is 6 April 2026.
        var clash = Assert.Single(Of([new("full inspection", new(2026, 4, 1), new(2026, 4, 2), false, true), new("monitoring inspection", new(2026, 4, 6), new(2026, 4, 7), true, true)]));

        Assert.Equal("A bank holiday between the days of the monitoring inspection: Easter Monday, Monday 6 April 2026.", clash.Because);
    }

    [Fact]
    public void SchoolHolidays_OfTheArea_AreNamed()
    {
        var clash = Assert.Single(Of([Visit("full inspection", 0, 4)], new SchoolHoliday("February half term", Monday.PlusDays(-10), Monday)));

        Assert.Equal(
            "School holidays during the full inspection, Mon 2 Mar 2026 to Fri 6 Mar 2026: February half term, Friday 20 February 2026 to Monday 2 March 2026 (paragraph 74).", clash.Because);
    }

    [Theory]
    [InlineData(364, true, "the fourth a day within twelve months of the first")]
    [InlineData(365, false, "twelve months later")]
    public void FourMonitoringVisits_WithinTwelveMonths_AreTooMany(int fourth, bool clash, string reason)
    {
        var found = Of(
        [
            Monitoring("ILACS monitoring visit", 0) with { IsPlanned = false }, Monitoring("ILACS monitoring visit", 90) with { IsPlanned = false },
            Monitoring("ILACS monitoring visit", 200) with { IsPlanned = false }, Monitoring("monitoring inspection", fourth),
        ]);

        Assert.True(clash == found.Any(one => one.Kind == ClashKind.TooManyVisits), reason);
    }

    [Theory]
    [InlineData(364, true, "after three, a day within twelve months of the first")]
    [InlineData(365, false, "twelve months after the first")]
    [InlineData(-10, true, "before three")]
    [InlineData(-200, false, "long before them")]
    [InlineData(100, true, "between them")]
    public void OneMoreMonitoringVisit_IsTooManyAsTheFourthWithinTwelveMonths(int day, bool clash, string reason)
    {
        AreaVisit[] three = [Monitoring("ILACS monitoring visit", 0), Monitoring("monitoring inspection", 90), Monitoring("ILACS monitoring visit", 200)];

        Assert.True(clash == Clash.OfOneMore(Monitoring("monitoring inspection", day), three, AreaSend2024Cycle.Rules) is not null, reason);
    }

    [Fact]
    public void OneMoreMonitoringVisit_BesideFullInspectionsOrOldVisits_IsNotTooMany()
    {
        // Four visits of two years ago are too many, and have nothing to do with this one.
        AreaVisit[] others = [Visit("full inspection", 0, 4), Visit("thematic visit", 30, 31), Visit("engagement meeting", 60, 60), .. Enumerable.Range(0, 4).Select(month => Monitoring("ILACS monitoring visit", (month * 30) - 800))];

        Assert.Null(Clash.OfOneMore(Monitoring("monitoring inspection", 90), others, AreaSend2024Cycle.Rules));
    }

    private static IReadOnlyList<Clash> Of(AreaVisit[] visits, params SchoolHoliday[] holidays) => Clash.Of(visits, Published.Calendar, holidays, AreaSend2024Cycle.Rules);

    private static AreaVisit Visit(string what, int first, int last) => new(what, Monday.PlusDays(first), Monday.PlusDays(last), false, true);

    private static AreaVisit Monitoring(string what, int day) => new(what, Monday.PlusDays(day), Monday.PlusDays(day), true, true);
}

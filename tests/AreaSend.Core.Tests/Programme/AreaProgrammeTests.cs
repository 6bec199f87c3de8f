using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using NodaTime.Text;

namespace AreaSend.Core.Tests.Programme;

/// <summary>When an area is due, rule by rule (¶ 18 to 24).</summary>
public sealed class AreaProgrammeTests
{
    private static readonly LocalDate AsOf = new(2026, 7, 1);

    [Theory]
    [InlineData("2023-03-17", 1, "2023-05-16", "2028-03-17", "outcome 1: five years from E, not from P")]
    [InlineData("2023-02-10", 2, "2023-05-05", "2026-02-10", "outcome 2: three years")]
    [InlineData("2023-02-03", 3, "2023-05-16", "2026-02-03", "outcome 3: three years")]
    [InlineData("2024-02-29", 2, "2024-05-01", "2027-02-28", "three years from a leap day end with February")]
    [InlineData(null, 2, "2025-05-13", "2028-05-13", "no on-site days on record: from publication")]
    [InlineData("2025-07-11", null, "2025-11-06", "2030-07-11", "no outcome on record: what every area is given, five years")]
    public void DueBy_AfterAFullInspection_FollowsItsOutcome(string? ended, int? outcome, string published, string due, string reason)
    {
        var programme = Of(new("888", [Full(ended, outcome, published)], []));

        Assert.True(Day(due) == programme.DueBy, $"{reason}: {programme.DueBy}");
    }

    [Fact]
    public void DueBy_NeverInspected_IsTheEndOfTheCycle()
    {
        var programme = Of(new("888", [], []));

        Assert.Equal(Day("2027-12-31"), programme.DueBy);
        Assert.Equal([18], programme.Cites);
        Assert.Null(programme.LastFull);
    }

    [Fact]
    public void DueBy_AWrittenStatementNotRevisited_IsTheEndOfTheThirdYear() =>
        Assert.Equal(Day("2025-12-31"), Of(new("888", [], [], WrittenStatementNotRevisited: true)).DueBy);

    [Fact]
    public void DueBy_AWrittenStatementOfAnAreaInspectedSince_CountsNoMore() =>
        Assert.Equal(Day("2028-03-17"), Of(new("888", [Full("2023-03-17", 1, "2023-05-16")], [], WrittenStatementNotRevisited: true)).DueBy);

    [Fact]
    public void DueBy_ANewArea_IsThreeYearsAfterItCameIntoBeing() =>
        Assert.Equal(Day("2026-04-01"), Of(new("942", [], [], CameIntoBeing: Day("2023-04-01"))).DueBy);

    [Fact]
    public void DueBy_BroughtForward_IsTheRegionalDirectorsDayWithTheReason()
    {
        var programme = Of(new("888", [Full("2024-03-15", 1, "2024-05-15")], []) { BroughtForward = [new(Day("2026-01-12"), Day("2026-12-31"), "Complaints have doubled.")] });

        Assert.Equal(Day("2026-12-31"), programme.DueBy);
        Assert.Equal([19, 21], programme.Cites);
        Assert.Contains("Complaints have doubled.", programme.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-01", "2028-03-17", "decided, but only later than the day asked about", "2026-07-02")]
    [InlineData("2026-06-01", "2026-06-01", "decided before", "2026-05-02")]
    public void DueBy_BroughtForward_CountsFromTheDecision(string by, string due, string reason, string decided)
    {
        var programme = Of(new("888", [Full("2023-03-17", 1, "2023-05-16")], []) { BroughtForward = [new(Day(decided), Day(by), "A concern.")] });

        Assert.True(Day(due) == programme.DueBy, reason);
    }

    /// <summary>¶ 173: what a letter or a decision has brought forward, no later one puts off.</summary>
    [Theory]
    [InlineData("2026-09-30", "2027-03-31", "2026-09-30", "the later word names a later day")]
    [InlineData("2027-03-31", "2026-09-30", "2026-09-30", "the later word names an earlier day")]
    [InlineData("2029-03-31", "2029-06-30", "2029-03-15", "both later than it is due anyway")]
    public void DueBy_TwoWordsAboutIt_IsTheEarliestOfAll(string decision, string letter, string due, string reason)
    {
        var programme = Of(new("888", [Full("2024-03-15", 1, "2024-05-15")], [])
        {
            BroughtForward = [new(Day("2026-01-12"), Day(decision), "A concern."), new(Day("2026-05-12"), Day(letter), "") { ByLetter = true }],
        });

        Assert.True(Day(due) == programme.DueBy, reason);
    }

    /// <summary>¶ 21: a serious concern may lead to a monitoring inspection, sooner than planned or where none was due.</summary>
    [Theory]
    [InlineData(1, null, "2026-10-31", "none was due")]
    [InlineData(3, null, "2025-11-15", "one is due before that anyway: 18 months from publication")]
    [InlineData(1, "2026-02-01", null, "carried out since")]
    [InlineData(1, "2026-01-12", null, "on the day of the decision: it answers it")]
    [InlineData(1, "2026-01-11", "2026-10-31", "carried out before the decision")]
    public void MonitoringBy_DecisionOfTheRegionalDirector_IsItsDayUntilItHasBeen(int outcome, string? monitored, string? by, string reason)
    {
        var programme = Of(new("888", [Full("2024-03-15", outcome, "2024-05-15")], monitored is null ? [] : [Day(monitored)])
        {
            BroughtForward = [new(Day("2026-01-12"), Day("2026-10-31"), "Complaints have doubled.") { Kind = ProgrammedKind.Monitoring }],
        });

        Assert.True(programme.MonitoringBy == (by is null ? null : Day(by)), $"{reason}: {programme.MonitoringBy}");
        Assert.True(Day(outcome == 1 ? "2029-03-15" : "2027-03-15") == programme.DueBy, "the full inspection stays where it is");
    }

    [Fact]
    public void MonitoringBy_DecisionOfTheRegionalDirector_SaysSoAndComesSoonerThanTheOutcomeAsks()
    {
        var record = new AreaRecord("888", [Full("2025-03-14", 3, "2025-05-15")], []) { BroughtForward = [new(Day("2026-01-12"), Day("2026-03-31"), "Complaints have doubled.") { Kind = ProgrammedKind.Monitoring }] };

        var monitoring = AreaProgramme.Of(record, Day("2026-02-01"), AreaSend2024Cycle.Rules).Monitoring!;

        Assert.Equal((Day("2026-03-31"), DueBasis.BroughtForward), (monitoring.By, monitoring.Basis));
        Assert.Equal("A monitoring inspection by decision of the regional director on Monday 12 January 2026: Complaints have doubled.", monitoring.Because);
        Assert.Equal([19, 21], monitoring.Cites);
        Assert.Equal(Day("2026-11-15"), AreaProgramme.Of(record, Day("2026-01-11"), AreaSend2024Cycle.Rules).MonitoringBy);
    }

    [Fact]
    public void Of_TwoFullInspections_TheLaterSupersedesOnceItIsPublished()
    {
        var record = new AreaRecord("908", [Full("2026-03-27", 2, "2026-05-27"), Full("2023-02-10", 2, "2023-05-05")], []);

        Assert.Equal(Day("2026-02-10"), AreaProgramme.Of(record, Day("2026-05-26"), AreaSend2024Cycle.Rules).DueBy);
        Assert.Equal(Day("2029-03-27"), AreaProgramme.Of(record, Day("2026-05-27"), AreaSend2024Cycle.Rules).DueBy);
    }

    [Theory]
    [InlineData(3, null, "2025-07-30", "outcome 3: 18 months from publication")]
    [InlineData(2, null, null, "outcome 2 brings none")]
    [InlineData(3, "2025-06-13", null, "monitored since")]
    [InlineData(3, "2023-12-01", "2025-07-30", "monitored before the report, for an earlier one")]
    public void MonitoringBy_FollowsOutcomeThreeUntilItHasBeen(int outcome, string? monitored, string? by, string reason)
    {
        var programme = Of(new("935", [Full("2023-11-17", outcome, "2024-01-30")], monitored is null ? [] : [Day(monitored)]));

        Assert.True(programme.MonitoringBy == (by is null ? null : Day(by)), $"{reason}: {programme.MonitoringBy}");
    }

    private static AreaProgramme Of(AreaRecord record) => AreaProgramme.Of(record, AsOf, AreaSend2024Cycle.Rules);

    private static PastFullInspection Full(string? ended, int? outcome, string published) =>
        new(ended is null ? null : Day(ended).PlusDays(-4), ended is null ? null : Day(ended), outcome, Day(published));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}

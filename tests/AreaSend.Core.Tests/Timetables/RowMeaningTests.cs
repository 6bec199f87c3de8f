using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>What the rows say besides their dates holds together, whatever the edition: nothing else in the program knows it.</summary>
public sealed class RowMeaningTests
{
    private static readonly IReadOnlyList<StepDefinition> Rows = AreaSend2024.Full.Steps;

    public static TheoryData<string> Kinds => [.. AreaSend2024.Edition.Types.Select(type => type.Key)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRow_ComesAfterARowAboveIt_ThatARefusalCanSpeakOf(string kind)
    {
        var rows = RowsOf(kind);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)).Where(entry => entry.row.After is not null))
        {
            Assert.Contains(rows.Take(index), before => before.Key == row.After && before.Words is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachClosure_NamesARow_ThatARefusalCanSpeakOf(string kind) =>
        Assert.All(RowsOf(kind).Where(row => row.ClosedBy is not null), row => Assert.Contains(RowsOf(kind), other => other.Key == row.ClosedBy!.Step && other.Words is not null));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRowOfTheClock_ButTheNotification_SaysWhichFactComesByItself(string kind) => Assert.All(
        RowsOf(kind).Where(row => row.DoneBy == DoneBy.Clock && row.MetBy != typeof(Notified)),
        row => Assert.Equal(row.MetBy, row.ByClock!.Fact(Instant.MinValue).GetType()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Phases_BeginInTheOrderOfTheTable(string kind)
    {
        var phases = RowsOf(kind).Select(row => row.Begins).OfType<InspectionPhase>().ToList();

        Assert.Equal(phases.Order().Distinct(), phases);
        Assert.Equal(InspectionPhase.Notified, phases[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRow_HangsOnAnAnchorThatARowAboveItSets(string kind)
    {
        var type = AreaSend2024.Edition.Find(kind)!;
        var set = new HashSet<Anchor> { type.PlannedFor };
        foreach (var row in type.Steps)
        {
            Assert.Contains(row.Due.Anchor, set);
            set.Add(row.Marks ?? row.Due.Anchor);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachKind_CanBeCompleted(string kind) => Assert.Contains(RowsOf(kind), row => row.Completes);

    [Theory]
    [InlineData(1, "dissemination", "strategic-plan")]
    [InlineData(2, "dissemination", "strategic-plan")]
    [InlineData(3, "dissemination", "plan-publication")]
    public void Inspection_IsComplete_WithItsReportAndThePlanOfItsOutcome(int outcome, params string[] steps) =>
        Assert.Equal(steps, Rows.Where(row => row.Completes && row.AppliesTo(Outcomes.Of(outcome))).Select(row => row.Key));

    [Fact]
    public void WhatStandsForOneOutcomeAlone_IsNotToldBeforePublication() => Assert.All(
        Rows.Where(row => row.OnlyForOutcomes.Count > 0), row => Assert.True(row.Discloses || row.UntilPublished is not null, row.Key));

    private static IReadOnlyList<StepDefinition> RowsOf(string kind) => AreaSend2024.Edition.Find(kind)!.Steps;
}

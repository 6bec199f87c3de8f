using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>What the rows say besides their dates holds together, whatever the edition: nothing else in the program knows it.</summary>
public sealed class RowMeaningTests
{
    private static readonly IReadOnlyList<StepDefinition> Rows = AreaSend2024.Full.Steps;

    [Fact]
    public void EachRow_ComesAfterARowAboveIt_ThatARefusalCanSpeakOf()
    {
        foreach (var (row, index) in Rows.Select((row, index) => (row, index)).Where(entry => entry.row.After is not null))
        {
            Assert.Contains(Rows.Take(index), before => before.Key == row.After && before.Words is not null);
        }
    }

    [Fact]
    public void EachClosure_NamesARow_ThatARefusalCanSpeakOf() =>
        Assert.All(Rows.Where(row => row.ClosedBy is not null), row => Assert.Contains(Rows, other => other.Key == row.ClosedBy!.Step && other.Words is not null));

    [Fact]
    public void EachRowOfTheClock_ButTheNotification_SaysWhichFactComesByItself() => Assert.All(
        Rows.Where(row => row.DoneBy == DoneBy.Clock && row.MetBy != typeof(Notified)),
        row => Assert.Equal(row.MetBy, row.ByClock!.Fact(Instant.MinValue).GetType()));

    [Fact]
    public void Phases_BeginInTheOrderOfTheTable()
    {
        var phases = Rows.Select(row => row.Begins).OfType<InspectionPhase>().ToList();

        Assert.Equal(phases.Order().Distinct(), phases);
        Assert.Equal(InspectionPhase.Notified, phases[0]);
        Assert.Equal(InspectionPhase.Published, phases[^1]);
    }

    [Theory]
    [InlineData(1, "dissemination", "strategic-plan")]
    [InlineData(2, "dissemination", "strategic-plan")]
    [InlineData(3, "dissemination", "plan-publication")]
    public void Inspection_IsComplete_WithItsReportAndThePlanOfItsOutcome(int outcome, params string[] steps) =>
        Assert.Equal(steps, Rows.Where(row => row.Completes && row.AppliesTo(Outcomes.Of(outcome))).Select(row => row.Key));

    [Fact]
    public void WhatStandsForOneOutcomeAlone_IsNotToldBeforePublication() => Assert.All(
        Rows.Where(row => row.OnlyForOutcomes.Count > 0), row => Assert.True(row.Discloses || row.UntilPublished is not null, row.Key));
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>What the rows say besides their dates holds together, whatever the edition: nothing else in the program knows it.</summary>
public sealed class RowMeaningTests
{
    private static readonly IReadOnlyList<StepDefinition> Rows = AreaSend2024.Full.Steps;

    // Those that ship, and one that changes what stands in several rows.
    private static readonly Editions Editions = new([.. Core.Timetables.Editions.Shipped.Held, EditionChangesTests.Edition]);

    public static TheoryData<string, string> Kinds => [.. Editions.Held.SelectMany(edition => edition.Types, (edition, type) => (edition.Id, type.Key))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRow_ComesAfterARowAboveIt_ThatARefusalCanSpeakOf(string edition, string kind)
    {
        var rows = RowsOf(edition, kind);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)).Where(entry => entry.row.After is not null))
        {
            Assert.Contains(rows.Take(index), before => before.Key == row.After && before.Words is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachClosure_NamesARow_ThatARefusalCanSpeakOf(string edition, string kind) =>
        Assert.All(RowsOf(edition, kind).Where(row => row.ClosedBy is not null), row => Assert.Contains(RowsOf(edition, kind), other => other.Key == row.ClosedBy!.Step && other.Words is not null));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRowOfTheClock_ButTheNotification_SaysWhichFactComesByItself(string edition, string kind) => Assert.All(
        RowsOf(edition, kind).Where(row => row.DoneBy == DoneBy.Clock && row.MetBy != typeof(Notified)),
        row => Assert.Equal(row.MetBy, row.ByClock!.Fact(Instant.MinValue).GetType()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Phases_BeginInTheOrderOfTheTable(string edition, string kind)
    {
        var phases = RowsOf(edition, kind).Select(row => row.Begins).OfType<InspectionPhase>().ToList();

        Assert.Equal(phases.Order().Distinct(), phases);
        Assert.Equal(InspectionPhase.Notified, phases[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachRow_HangsOnAnAnchorThatARowAboveItSets(string edition, string kind)
    {
        var type = TypeOf(edition, kind);
        var set = new HashSet<Anchor> { type.PlannedFor };
        foreach (var row in type.Steps)
        {
            Assert.Contains(row.Due.Anchor, set);
            set.Add(row.Marks ?? row.Due.Anchor);
        }
    }

    /// <summary>The notice period and the hours stand in the edition, and again in rows of each kind.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_HaveTheNoticeAndTheHoursOfTheirEdition(string edition, string kind)
    {
        var (law, type) = (Editions.Find(edition)!, TypeOf(edition, kind));
        var notified = Assert.IsType<WorkingDaysAfter>(type.Steps.Single(row => row.Marks == Anchor.NotificationDay).Due);

        Assert.Equal((type.PlannedFor, -law.NoticeOf(type), law.Hours.Start), (notified.Anchor, notified.Count, notified.By));
        Assert.All(type.Steps.Select(row => row.Due).OfType<OnSiteDay>(), day => Assert.Equal(law.NoticeOf(type), day.Notice));
        Assert.All(type.Steps.Where(row => row.ByClock?.Hour is not null), row =>
            Assert.Equal(row.Marks == Anchor.OnSiteEnds ? law.Hours.Close : law.Hours.Start, row.ByClock!.Hour));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachItemThatIsAskedFor_IsInAnnexAOfTheEdition(string edition, string kind) =>
        Assert.Subset(Editions.Find(edition)!.AnnexA.Items.Select(item => item.Key).ToHashSet(), TypeOf(edition, kind).Asks.Items.Select(item => item.Key).ToHashSet());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachKind_CanBeCompleted(string edition, string kind) => Assert.Contains(RowsOf(edition, kind), row => row.Completes);

    [Theory]
    [InlineData(1, "dissemination", "strategic-plan")]
    [InlineData(2, "dissemination", "strategic-plan")]
    [InlineData(3, "dissemination", "plan-publication")]
    public void Inspection_IsComplete_WithItsReportAndThePlanOfItsOutcome(int outcome, params string[] steps) =>
        Assert.Equal(steps, Rows.Where(row => row.Completes && row.AppliesTo(Outcomes.Of(outcome))).Select(row => row.Key));

    [Fact]
    public void WhatStandsForOneOutcomeAlone_IsNotToldBeforePublication() => Assert.All(
        Rows.Where(row => row.OnlyForOutcomes.Count > 0), row => Assert.True(row.Discloses || row.UntilPublished is not null, row.Key));

    /// <summary>Programs that fetch calendars know spans of days by these keys.</summary>
    [Fact]
    public void Windows_OfAFullInspection_EndWithARowBelow()
    {
        Assert.Equal(
            ["window-surveys", "window-fieldwork", "window-on-site", "window-comments", "window-complaint"],
            Rows.Select(row => row.Window?.Key).OfType<string>());
        Assert.All(Rows.Where(row => row.Window is not null), row => Assert.Contains(Rows.SkipWhile(other => other != row).Skip(1), below => below.Key == row.Window!.Until));
    }

    /// <summary>What stands in the officer's calendar, though others act.</summary>
    [Theory]
    [InlineData(InspectionKind.Full, "set-up-discussion", "surveys-close", "fieldwork", "on-site", "leaders-meeting", "feedback-meeting")]
    [InlineData(InspectionKind.Monitoring, "set-up-discussion", "on-site", "feedback-meeting")]
    public void TheOfficer_TakesPartIn(string kind, params string[] steps) =>
        Assert.Equal(steps, RowsOf(AreaSend2024.Edition.Id, kind).Where(row => row.WithOfficer).Select(row => row.Key));

    private static InspectionType TypeOf(string edition, string kind) => Editions.Find(edition)!.Find(kind)!;

    private static IReadOnlyList<StepDefinition> RowsOf(string edition, string kind) => TypeOf(edition, kind).Steps;
}

using AreaSend.Core.Programme;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>The edition of 7 July 2025 against what is publicly known of it: that, confirmed, and nothing else.</summary>
public sealed class Edition2025Tests
{
    private static readonly Confirmation Read = new("the handbook of 7 July 2025, read on 3 December 2026", []);

    public static TheoryData<string> Kinds => [.. AreaSend2025.Edition.Types.Select(type => type.Key)];

    [Fact]
    public void Edition_ConfirmsWhatTheSummariesOfChangesSay_AndNothingElse()
    {
        var confirmed =
            from type in AreaSend2025.Edition.Types
            from row in type.Steps
            where row.Provenance.IsConfirmed
            select $"{type.Key} {row.Key}: {row.Due.Words}. {row.Actor.Show()}. {row.SaysSo}";

        Assert.Equal(
            [
                "full plan-review: No date is set; shown as waiting, with its age. DfE and NHS England. Handbook, paragraph 149. Confirmed by Ofsted's summary of changes of 7 July 2025.",
                "full monitoring-inspection: Within 18 months of the day the final report is shared. Ofsted and CQC. Handbook, paragraph 21. Confirmed by Ofsted's summary of changes of 6 June 2025.",
                "monitoring plan-review: No date is set; shown as waiting, with its age. DfE and NHS England. Handbook, paragraph 149. Confirmed by Ofsted's summary of changes of 7 July 2025.",
            ],
            confirmed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Row_ThatIsCarriedOver_IsTheFormersAndSaysSo(string kind)
    {
        var former = AreaSend2024.Edition.Find(kind)!.Steps;
        var rows = AreaSend2025.Edition.Find(kind)!.Steps;

        Assert.Equal(former.Select(row => row.Key), rows.Select(row => row.Key));
        Assert.All(former.Zip(rows).Where(pair => !pair.Second.Provenance.IsConfirmed), pair =>
        {
            Assert.Equal(pair.First, pair.Second with { Provenance = Provenance.OwnText });
            Assert.DoesNotContain("judg", $"{pair.Second.Title} {pair.Second.ProductRule} {pair.Second.Words}", StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Carried over from the edition of 30 January 2024", pair.Second.SaysSo, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void SaysSo_OfARowThatIsCarriedOver_SaysWhoseParagraphsTheyAre() => Assert.Equal(
        "Handbook, paragraph 136 of the edition of 30 January 2024. Carried over from the edition of 30 January 2024: that the edition of this inspection says the same is not confirmed.",
        Row("draft-report").SaysSo);

    [Fact]
    public void LookTwice_SaysHowManyRowsCanBeReliedOn()
    {
        Assert.Equal(
            "The edition of 7 July 2025 is not confirmed whole. Of these 18 rows 0 are confirmed; the others are carried over from the edition of 30 January 2024, with its paragraph numbers. Its Annex A is carried over too.",
            AreaSend2025.Edition.LookTwice([.. AreaSend2025.Edition.Find("monitoring")!.Steps.Where(row => row.OnlyWhen is null)]));
        Assert.Null(AreaSend2024.Edition.LookTwice(AreaSend2024.Full.Steps.ToList()));
    }

    /// <summary>On site from 22 September 2025 for a week: R on 7 November, P on 19 November.</summary>
    [Theory]
    [InlineData("area-send-2024-01-30", "2027-05-19", "18 months from publication (¶ 20)")]
    [InlineData("area-send-2025-07-07", "2027-05-07", "18 months from receiving the final report (¶ 21)")]
    public void MonitoringInspection_IsCountedAsItsEditionSays(string edition, string due, string reason)
    {
        var plan = Timetable.Preview(Editions.Shipped.Find(edition)!, InspectionKind.Full, new LocalDate(2025, 9, 22), Published.Calendar);

        Assert.True(WorkingDayTests.Iso(due) == plan["monitoring-inspection"].DueDate, $"{reason}: {plan["monitoring-inspection"].DueDate}");
    }

    [Fact]
    public void Cycle_CountsMonitoringFromReceipt_WhereItIsKnown()
    {
        var (published, received) = (new LocalDate(2025, 12, 2), new LocalDate(2025, 11, 20));
        var full = new PastFullInspection(null, new LocalDate(2025, 9, 26), 3, published) { Received = received };

        Assert.Equal(new LocalDate(2027, 6, 2), Of(full, AreaSend2024.Edition).MonitoringBy);
        Assert.Equal(new LocalDate(2027, 5, 20), Of(full, AreaSend2025.Edition).MonitoringBy);
        Assert.Equal(new LocalDate(2027, 6, 2), Of(full with { Received = null }, AreaSend2025.Edition).MonitoringBy);

        static AreaProgramme Of(PastFullInspection full, FrameworkEdition edition) => AreaProgramme.Of(new AreaRecord("888", [full], []), new LocalDate(2026, 7, 1), edition.Cycle);
    }

    [Fact]
    public void Cycle_SaysOfEachRuleWhetherItIsConfirmed()
    {
        Assert.Equal(
            [CycleRule.Monitoring, CycleRule.MonitoringVisits],
            AreaSend2025.Edition.Cycle.Sources.Where(rule => rule.Value.Provenance.IsConfirmed).Select(rule => rule.Key));
        Assert.Equal([21, 23], [.. AreaSend2025.Edition.Cycle.Sources[CycleRule.Monitoring].Cites, .. AreaSend2025.Edition.Cycle.Sources[CycleRule.MonitoringVisits].Cites]);
        Assert.Equal(3, AreaSend2025.Edition.Cycle.MonitoringVisitsAYear);
        Assert.Equal(
            "No full inspection yet: every area has one within the 5 years of the cycle that began on Sunday 1 January 2023. Carried over from the edition of 30 January 2024, as its paragraphs are.",
            AreaProgramme.Of(new AreaRecord("888", [], []), new LocalDate(2026, 7, 1), AreaSend2025.Edition.Cycle).Because);
    }

    [Fact]
    public void Confirm_ARow_ChangesItsStandingAndItsParagraphs_AndNothingElse()
    {
        var edition = AreaSend2025.Edition.Confirm("full", "next-full-inspection", Read with { Cites = [21, 38] });

        Assert.Equal(2, edition.Find("full")!.Steps.Count(row => row.Key == "next-full-inspection" && row.SaysSo == "Handbook, paragraphs 21, 38. Confirmed by the handbook of 7 July 2025, read on 3 December 2026."));
        Assert.Equal(5, edition.Types.SelectMany(type => type.Steps).Count(row => row.Provenance.IsConfirmed));
    }

    [Fact]
    public void Confirm_EveryRowAndRule_MakesItTheOneThatIsPlannedUnder()
    {
        var edition = AreaSend2025.Edition;
        var rows = edition.Types.SelectMany(type => type.Steps.Select(row => (type.Key, Step: row.Key))).Distinct().ToList();
        edition = rows.Aggregate(edition, (confirmed, row) => confirmed.Confirm(row.Key, row.Step, Read));
        edition = edition.Cycle.Sources.Keys.Aggregate(edition, (confirmed, rule) => confirmed.Confirm(rule, Read));
        Assert.False(edition.IsConfirmedWhole);
        Assert.Equal("area-send-2024-01-30", Editions.Shipped.With(edition).Current.Id);

        edition = edition.Confirm(FrameworkEdition.AnnexAKey, Read);

        Assert.True(edition.IsConfirmedWhole);
        Assert.Equal("area-send-2025-07-07", Editions.Shipped.With(edition).Current.Id);
        Assert.Equal(
            ("area-send-2025-07-07", "in force on notification day, Monday 8 September 2025"),
            Editions.Shipped.With(edition).For(InspectionKind.Full, new LocalDate(2025, 9, 22), Published.Calendar) is { } choice ? (choice.Edition.Id, choice.Because) : default);
    }

    [Theory]
    [InlineData("2025-09-22", "the last that is confirmed whole; the edition of 7 July 2025, in force on notification day, Monday 8 September 2025, is not")]
    [InlineData("2025-07-18", "in force on notification day, Friday 4 July 2025")]
    public void For_WhileItIsNotConfirmedWhole_TakesTheEditionBefore(string onSite, string because)
    {
        var choice = Editions.Shipped.For(InspectionKind.Full, WorkingDayTests.Iso(onSite), Published.Calendar)!;

        Assert.Equal(("area-send-2024-01-30", because), (choice.Edition.Id, choice.Because));
    }

    [Fact]
    public void For_WhenASettingNamesIt_TakesIt() =>
        Assert.Equal("area-send-2025-07-07", Editions.Shipped.Naming("area-send-2025-07-07").For(InspectionKind.Full, new LocalDate(2025, 9, 22), Published.Calendar)!.Edition.Id);

    private static StepDefinition Row(string step) => AreaSend2025.Edition.Find("full")!.Steps.First(row => row.Key == step);
}

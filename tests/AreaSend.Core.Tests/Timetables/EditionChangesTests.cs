using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>What an edition changes of the one before, wherever that stands, and nothing else.</summary>
public sealed class EditionChangesTests
{
    /// <summary>The newest edition with 15 working days' notice, other hours and an item of Annex A less; nobody has written it.</summary>
    public static FrameworkEdition Edition { get; } =
        (AreaSend2025.Edition with { Id = "changed", InForceFrom = new LocalDate(2026, 9, 1) })
            .WithNotice(15).WithHours(new BusinessHours(new LocalTime(8, 30), new LocalTime(16, 30))).WithoutItems("2.4");

    [Fact]
    public void Rows_ThatDiffer_AreThose()
    {
        var differ =
            from type in Edition.Types
            from pair in type.Steps.Zip(AreaSend2025.Edition.Find(type.Key)!.Steps)
            where pair.First != pair.Second
            let row = pair.First
            select $"{type.Key} {row.Key}: {row.Due.Words}{Show(", ", row.Due.By)}{Show("; by the clock at ", row.ByClock?.Hour)}; {row.ProductRule}";

        Assert.Equal(
            [
                "full notify-dcs: 15 working days before the first on-site day, 8:30am; at 8:30am",
                "full surveys-close: 6 working days after notification day, 8:30am; by the clock at 8:30am; at 8:30am, as in practice",
                "full fieldwork: 8 working days after notification day; by the clock at 8:30am; ",
                "full on-site: 15 working days after notification day, as planned; by the clock at 8:30am; ",
                "full feedback-meeting: 4 working days after the first on-site day; by the clock at 4:30pm; ",
                "monitoring notify-dcs: 15 working days before the first on-site day, 8:30am; at 8:30am",
                "monitoring on-site: 15 working days after notification day, as planned; by the clock at 8:30am; ",
                "monitoring feedback-meeting: 1 working day after the first on-site day; by the clock at 4:30pm; ",
                "engagement self-evaluation-request: 10 working days before the day of the meeting, 8:30am; 10 working days before the meeting, at 8:30am",
                $"thematic notify-dcs: 15 working days before the first on-site day, 8:30am; {OfVisits}",
                "thematic on-site: 15 working days after notification day, as planned; by the clock at 8:30am; ",
                "thematic on-site-ends: 1 working day after the first on-site day; by the clock at 4:30pm; 2 days, where planning chooses no other number",
                $"re-visit notify-dcs: 15 working days before the first on-site day, 8:30am; {OfVisits}",
                "re-visit on-site: 15 working days after notification day, as planned; by the clock at 8:30am; ",
                "re-visit on-site-ends: 1 working day after the first on-site day; by the clock at 4:30pm; 2 days, where planning chooses no other number",
            ],
            differ);
    }

    private const string OfVisits = "to the director, at 8:30am, 15 working days before; the guidance for each set of visits is published separately";

    private static string Show(string before, LocalTime? time) => time is { } hour ? before + LondonTime.Show(hour) : "";

    [Theory]
    [InlineData("2.1", "Annex A items 2.2 to 6.4")]
    [InlineData("4.4", "Annex A items 2.1 to 6.4")]
    [InlineData("6.4", "Annex A items 2.1 to 6.3")]
    public void Items_LeftOut_StandInNoTitle(string item, string title) =>
        Assert.Equal(title, AreaSend2025.Edition.WithoutItems(item).TitleOf(Steps.FurtherInformation));

    [Fact]
    public void Items_LeftOut_AreAskedForByNoKind()
    {
        Assert.Equal(["2.4"], AreaSend2025.Edition.AnnexA.Items.Except(Edition.AnnexA.Items).Select(item => item.Key));
        Assert.All(Edition.Types, type => Assert.DoesNotContain(type.Asks.Items, item => item.Key == "2.4"));
        Assert.Equal(AreaSend2025.Edition.Find("monitoring")!.Asks.Items.Count - 1, Edition.Find("monitoring")!.Asks.Items.Count);
    }
}

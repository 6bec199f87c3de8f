using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>What a step means stands in its row: an edition that calls the steps of the officer and of the children otherwise is understood all the same.</summary>
public sealed class RowsOfOtherKeysTests
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        [Steps.LanoNominated] = "officer-named", [Steps.TrackedChildren] = "children-chosen", [Steps.TrackedChildrenInformation] = "about-the-children",
    };

    private static readonly InspectionType Full = AreaSend2024.Full with
    {
        Steps = [.. AreaSend2024.Full.Steps.Select(row => row with { Key = Renamed(row.Key) })],
        Asks = new AnnexARequest(AreaSend2024.Full.Asks.Items.Select(item => item with { Step = Renamed(item.Step) })),
    };

    private static readonly Editions Editions = new([AreaSend2024.Edition with { Types = [Full] }]);

    [Fact]
    public void Deputy_NamedBeforeTheOfficer_IsRefusedWithTheDay() => Assert.Equal(
        "The officer was named on Tuesday 2 March 2027; enter that day or a later one.",
        Of(Editions).WhyNot(new DeputyNamed(Course.At("2027-03-01 10:00"), Guid.NewGuid()), Course.At("2027-03-03 10:00")));

    [Fact]
    public void Notices_GoToTheSameAtTheSameTime()
    {
        var (asEver, otherwise) = (Raised(Of(Core.Timetables.Editions.Shipped)), Raised(Of(Editions)));

        Assert.Contains(asEver, notice => notice is { To: RecipientRole.Lano, Template: "annex-a-overdue" });
        Assert.Equal(asEver, otherwise);
    }

    [Fact]
    public void Children_AreAskedAboutOneByOne()
    {
        var @case = Of(Editions).Case;

        Assert.Equal((14, "7.1/A", "7.7/B"), (@case.Outstanding("about-the-children").Count(), @case.Outstanding("about-the-children").First(), @case.Outstanding("about-the-children").Last()));
        Assert.Equal("about-the-children", @case.StepOf("7.3/B"));
        Assert.Equal(@case.Met["children-chosen"], @case.MetBy<ChildrenSelected>());
    }

    private static string Renamed(string key) => Keys.GetValueOrDefault(key, key);

    private static List<(string Template, RecipientRole To, Instant Moment)> Raised(Inspection inspection) =>
        [.. inspection.Notices(Course.At("2027-03-12 12:00")).Where(notice => notice.Template != "lano-reminder").Select(notice => (notice.Template, notice.To, notice.Moment))];

    private static Inspection Of(Editions editions)
    {
        Fact[] facts =
        [
            new Notified(Course.At("2027-03-01 09:00")), new LanoNominated(Course.At("2027-03-02 10:00"), Guid.Empty), new ChildrenSelected(Course.At("2027-03-02 15:00"), 2),
        ];
        var planned = new Planned("888", InspectionKind.Full, AreaSend2024.Edition.Id, new LocalDate(2027, 3, 15), "first");
        List<RecordedEvent> events = [new(1, Course.At("2026-12-01 09:00"), Recorder.Coordinator, planned)];
        events.AddRange(facts.Select((fact, index) => new RecordedEvent(index + 2, fact.HappenedAt, Recorder.Coordinator, fact)));
        var @case = InspectionCase.From(events, editions);
        return new Inspection(@case, Timetable.Plan(@case, Published.Calendar));
    }
}

using System.Globalization;
using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;

namespace AreaSend.Cli.Tests.Programme;

/// <summary>The programme from the 97 real inspections, and proposals from it.</summary>
public sealed class ProgrammeTests
{
    private const string InJuly2026 = "programme --as-of 2026-07-01 --json";

    [Fact]
    public void Programme_AsJson_HasTheNamesInTheOrderThatScriptsRelyOn()
    {
        var areas = Typed.Line(InJuly2026).Json().EnumerateArray().ToList();
        var inspected = Area(areas, "891");

        Assert.Equal(153, areas.Count);
        Assert.Equal(["area", "name", "lastFull", "dueBy", "because", "cites", "monitoringBy"], Names(inspected));
        Assert.Equal(["onSiteEnds", "outcome", "published"], Names(inspected.GetProperty("lastFull")));
    }

    [Theory]
    [InlineData("891", "2026-02-03", "2024-11-16", "Nottinghamshire: outcome 3, never monitored on this record")]
    [InlineData("805", "2028-03-17", null, "Hartlepool: outcome 1")]
    [InlineData("908", "2029-03-27", null, "Cornwall: inspected twice, the later counts")]
    [InlineData("825", "2029-02-10", null, "Buckinghamshire: no on-site days on record")]
    [InlineData("871", "2030-07-11", null, "Slough: no outcome on record")]
    [InlineData("933", "2027-12-31", null, "Somerset: not inspected in this cycle")]
    public void Programme_ARealArea_IsDueWhenTheHandbookSays(string code, string dueBy, string? monitoringBy, string reason)
    {
        var area = Area([.. Typed.Line(InJuly2026).Json().EnumerateArray()], code);

        Assert.True((dueBy, monitoringBy) == (area.GetProperty("dueBy").GetString(), area.GetProperty("monitoringBy").GetString()), $"{reason}; printed {area}");
    }

    [Theory]
    [InlineData("2026-05-26", "2026-02-10", "the day before the second report was published")]
    [InlineData("2026-05-27", "2029-03-27", "the day it was")]
    public void Programme_AsOfADay_KnowsOnlyWhatWasPublished(string asOf, string dueBy, string reason)
    {
        var cornwall = Area([.. Typed.Line($"programme --as-of {asOf} --json").Json().EnumerateArray()], "908");

        Assert.True(dueBy == cornwall.GetProperty("dueBy").GetString(), reason);
    }

    [Fact]
    public void Propose_AYear_KeepsWhatItCanAndNamesTheRest()
    {
        var proposal = Typed.Line("propose --from 2026-09-01 --to 2027-12-17 --per-week 2 --leave-out 2026-10-26 --as-of 2026-07-01 --json").Json();
        var inspections = proposal.GetProperty("inspections").EnumerateArray().ToList();

        Assert.NotEmpty(inspections);
        Assert.All(inspections.GroupBy(placed => placed.GetProperty("onSiteStarts").GetString()), week => Assert.InRange(week.Count(), 1, 2));
        Assert.DoesNotContain(inspections, placed => placed.GetProperty("onSiteStarts").GetString() == "2026-10-26");
        Assert.All(inspections, placed => Assert.Equal(placed.GetProperty("late").GetBoolean(), placed.GetProperty("because").ValueKind == JsonValueKind.String));
    }

    /// <summary>On 1 July 2026 an inspection can be notified from 2 July on, so the first week is that of Monday 20 July, whatever the span begins with.</summary>
    [Theory]
    [InlineData("2024-01-01", "2026-07-20", "a span that began long ago")]
    [InlineData("2026-07-02", "2026-07-20", "a span that begins tomorrow")]
    [InlineData("2026-07-21", "2026-07-27", "a span that begins after it")]
    public void Propose_HasNoWeekOfWhichTheAreaCouldNotBeNotified(string from, string first, string reason)
    {
        var inspections = Typed.Line($"propose --from {from} --to 2027-12-17 --per-week 3 --as-of 2026-07-01 --json").Json().GetProperty("inspections").EnumerateArray().ToList();

        Assert.True(first == inspections.Select(placed => placed.GetProperty("onSiteStarts").GetString()).Min(StringComparer.Ordinal), reason);
    }

    [Fact]
    public void Propose_OfOneArea_HasTheMonitoringInspectionTenWeeksBeforeTheFullOne()
    {
        var inspections = Typed.Line("propose --from 2026-01-05 --to 2028-12-15 --per-week 3 --as-of 2025-12-01 --json").Json().GetProperty("inspections").EnumerateArray()
            .Select(placed => (Area: placed.GetProperty("area").GetString(), Kind: placed.GetProperty("kind")
                .GetString(), Day: DateOnly.Parse(placed.GetProperty("onSiteStarts").GetString()!, CultureInfo.InvariantCulture)));

        var both = inspections.GroupBy(one => one.Area).Where(area => area.Count() == 2).ToList();
        Assert.NotEmpty(both);
        Assert.All(both, area => Assert.True(area.Single(one => one.Kind == "monitoring").Day.AddDays(70) <= area.Single(one => one.Kind == "full").Day, area.Key));
    }

    [Theory]
    [InlineData("propose --from 2027-12-17 --to 2026-09-01 --per-week 2", "before it begins")]
    [InlineData("propose --from 2026-09-01 --to 2027-12-17 --per-week 0", "--per-week")]
    [InlineData("propose --from 2026-09-01 --to 2027-12-17 --per-week 2 --leave-out summer", "'summer' is not a date")]
    [InlineData("programme --as-of yesterday", "'yesterday' is not a date")]
    public void BadInput_IsRefusedInASentence(string line, string sentence)
    {
        var typed = Typed.Line(line);

        Assert.Equal(2, typed.Status);
        Assert.Contains(sentence, typed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("programme --help")]
    [InlineData("propose --help")]
    public void Help_IsTheSameEveryDay(string line)
    {
        var help = Typed.Line(line).Output;

        Assert.Contains("Today unless given.", help, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[default: \d{4}-|\[default: \w+, \d", help);
    }

    private static JsonElement Area(List<JsonElement> areas, string code) => areas.Single(area => area.GetProperty("area").GetString() == code);

    private static IEnumerable<string> Names(JsonElement printed) => printed.EnumerateObject().Select(member => member.Name);
}

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

    private static JsonElement Area(List<JsonElement> areas, string code) => areas.Single(area => area.GetProperty("area").GetString() == code);

    private static IEnumerable<string> Names(JsonElement printed) => printed.EnumerateObject().Select(member => member.Name);
}

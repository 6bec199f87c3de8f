using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Programme;

/// <summary>The programme of all 153 areas from the 97 real inspections, beside an oracle written apart from it: it splits the files by hand and counts with the runtime's own dates.</summary>
public sealed class RealProgrammeTests
{
    [Theory]
    [InlineData("2023-03-01", "before the first report")]
    [InlineData("2024-05-01", "the day on which a report was published")]
    [InlineData("2025-09-08", "between Cumbria's two reports")]
    [InlineData("2026-05-26", "the day before Cornwall's second")]
    [InlineData("2026-07-01", "all of them")]
    [InlineData("2031-01-01", "long after")]
    public void Programme_OnADay_AgreesWithTheOracle(string asOf, string reason)
    {
        var day = Day(asOf);
        var rules = Editions.Shipped.Held[0].Cycle;
        var programme = ShippedHistory.Load().Select(area => AreaProgramme.Of(area, LocalDate.FromDateOnly(day), rules))
            .ToDictionary(area => area.Area, area => (area.DueBy.ToDateOnly(), area.MonitoringBy?.ToDateOnly()));

        var expected = Expected(day);

        Assert.Equal(153, expected.Count);
        Assert.All(expected, area => Assert.True(area.Value == programme[area.Key], $"{reason}: {area.Key} is due by {programme[area.Key]}, and by the oracle {area.Value}"));
    }

    private static Dictionary<string, (DateOnly DueBy, DateOnly? MonitoringBy)> Expected(DateOnly asOf)
    {
        var areas = Rows("data/organisations/local-authorities.csv").Select(row => row[0]).Distinct();
        var last = new Dictionary<string, string[]>();
        foreach (var row in Rows("data/inspections/full-inspections.csv").Where(row => Day(row[^1]) <= asOf).OrderBy(row => row[^1], StringComparer.Ordinal))
        {
            last[row[0]] = row;
        }

        return areas.ToDictionary(area => area, area => last.TryGetValue(area, out var row) ? After(row) : (area is "942" or "943" ? new DateOnly(2026, 4, 1) : new DateOnly(2027, 12, 31), null));
    }

    private static (DateOnly, DateOnly?) After(string[] row)
    {
        var from = row[^3] == "" ? Day(row[^1]) : Day(row[^3]);
        return row[^2] switch
        {
            "1" or "" => (from.AddYears(5), null),
            "2" => (from.AddYears(3), null),
            "3" => (from.AddYears(3), Day(row[^1]).AddMonths(18)),
            _ => throw new FormatException(row[^2]),
        };
    }

    private static IEnumerable<string[]> Rows(string path) => Repository.Read(path).Split('\n').Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.TrimEnd('\r').Split(','));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using AreaSend.Cli.Tests.Prompt;
using AreaSend.Testing;

namespace AreaSend.Cli.Tests.Timetables;

/// <summary>Dates and moments are London's, wherever the machine stands: west of it, east of it where the day is another, and in London itself.</summary>
public sealed class ZoneOfTheMachineTests
{
    public static TheoryData<string> Zones => ["America/New_York", "Pacific/Auckland", "Europe/London"];

    // 11am on the first working day after the clocks went back on 26 October 2025, and after they went forward on 29 March 2026.
    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Timetable_OverBothClockChanges_IsTheSameEverywhere(string zone)
    {
        foreach (var (onSite, lists, draft) in new[]
        {
            ("2025-11-07", "2025-10-27T11:00:00+00:00", "2025-12-04T00:00:00+00:00"),
            ("2026-04-14", "2026-03-30T11:00:00+01:00", "2026-05-12T00:00:00+01:00"),
        })
        {
            var here = Typed.Line($"timetable --on-site {onSite} --json");

            var there = await Typed.InZone(zone, "timetable", "--on-site", onSite, "--json");

            Assert.Equal(here, there);
            Assert.Contains($"\"due\": \"{lists}\"", there.Output, StringComparison.Ordinal);
            Assert.Contains($"\"due\": \"{draft}\"", there.Output, StringComparison.Ordinal);
        }
    }

    // The real inspections on record, one over two bank holidays, and one of another kind.
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Auckland")]
    public async Task RealDays_AreTheSameEverywhere(string zone)
    {
        foreach (string[] asked in (string[][])[["programme", "--as-of", "2026-07-01", "--json"], ["timetable", "--on-site", "2023-05-15", "--json"], ["timetable", "--kind", "monitoring", "--on-site", "2025-10-20", "--json"]])
        {
            Assert.Equal(Typed.Words(asked), await Typed.InZone(zone, asked));
        }
    }

    // On site from a Friday, items 7.1 to 7.7 are due before children can have been selected: the simulation waits for that, and comes to its end.
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Auckland")]
    public async Task Simulate_OverBothClockChanges_TellsTheSameEverywhere(string zone)
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();
        string[] asked = ["simulate", "--area", "888", "--on-site", "2025-11-07", "--outcome", "1", "--json", "--out"];

        Assert.Equal(Typed.Words([.. asked, here.Path]), await Typed.InZone(zone, [.. asked, there.Path]));

        var emails = Directory.GetFiles(here.Path, "*.eml").Select(Path.GetFileName).ToList();
        Assert.True(emails.Count > 20, $"{emails.Count} e-mails are too few to show anything.");
        Assert.All(emails, email => Assert.Equal(Words(here.File(email!)), Words(there.File(email!))));
    }

    // The link that signs in is another each time.
    private static string Words(string file) => string.Join('\n', MimeKit.MimeMessage.Load(file).TextBody!.Split('\n').Where(line => !line.Contains("/enter?link=", StringComparison.Ordinal)));
}

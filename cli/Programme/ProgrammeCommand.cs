using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Programme;
using NodaTime;
using Spectre.Console;

namespace AreaSend.Cli.Programme;

/// <summary><c>programme --as-of 2026-07-01</c>: when each area is to be inspected next, and why, from the published history.</summary>
internal static class ProgrammeCommand
{
    public static Command Create(Editions editions)
    {
        var asOf = AsOf();
        var json = Output.AsJson();
        var command = new Command("programme", "When each of the 153 areas is due for its next inspection, and why.") { asOf, json };
        command.SetAction(parsed =>
        {
            var areas = Areas(editions, parsed.GetValue(asOf) ?? Today());
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(areas.Select(AreaProgrammeJson.Of));
            }
            else
            {
                Write(output, areas);
            }

            return 0;
        });
        return command;
    }

    /// <summary>The day that is taken for today.</summary>
    internal static Option<LocalDate?> AsOf() =>
        DateInput.Optional("--as-of", "The day from which to look; what was published later is not yet known. Today unless given.");

    /// <summary>Where no day is given. Nothing else at the prompt reads a clock, and no help shows it: it would be another text each day.</summary>
    internal static LocalDate Today() => LondonTime.DateOf(SystemClock.Instance.GetCurrentInstant());

    internal static IReadOnlyList<AreaProgramme> Areas(Editions editions, LocalDate asOf) =>
        [.. ShippedHistory.Load().Select(area => AreaProgramme.Of(area, asOf, editions.On(asOf).Cycle))];

    private static void Write(TextWriter output, IEnumerable<AreaProgramme> areas)
    {
        var table = Output.Table("Area", "Last full inspection", "Outcome", "Next by", "Monitoring by", "¶", "Because");
        foreach (var area in areas.OrderBy(area => area.DueBy).ThenBy(area => area.Area, StringComparer.Ordinal))
        {
            table.AddRow(
                LocalAuthorities.Find(area.Area)!.DisplayName,
                area.LastFull is { } last ? LondonTime.ShowShort(last.OnSiteEnds ?? last.Published) : "none yet",
                area.LastFull?.Outcome?.ToString() ?? "",
                LondonTime.ShowShort(area.DueBy),
                area.MonitoringBy is { } monitoring ? LondonTime.ShowShort(monitoring) : "",
                string.Join(", ", area.Cites),
                Markup.Escape(area.Because));
        }

        output.WriteTable(table);
    }
}

using System.CommandLine;
using System.Globalization;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using Spectre.Console;

namespace AreaSend.Cli.Simulate;

/// <summary><c>simulate --area 888 --on-site 2025-09-22 --outcome 3 --out DIR</c>: lives through a whole inspection in a moment.</summary>
internal static class SimulateCommand
{
    public static Command Create(Editions editions)
    {
        var area = new Option<string>("--area") { Description = "Three-figure code of the local authority, for instance 888.", Required = true };
        var onSite = DateInput.Option("--on-site", "The first on-site day, for instance 2025-09-22.");
        var outcome = new Option<string>("--outcome") { Description = "Outcome of the inspection: 1, 2 or 3.", Required = true };
        var folder = new Option<string>("--out") { Description = "An empty folder for the e-mails (.eml) and the store, or that of an earlier simulation.", Required = true };
        var json = Output.AsJson();
        var command = new Command("simulate", "Run an inspection to its end with everybody in time: its history, and each notice as an e-mail.") { area, onSite, outcome, folder, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var authority = Area(parsed.GetRequiredValue(area));
            var cast = new Cast(Outcome(parsed.GetRequiredValue(outcome), authority));
            var into = SimulationFolder.Prepare(parsed.GetRequiredValue(folder));
            var history = await new Simulation(into, cast, editions).RunAsync(authority.Code, parsed.GetValue(onSite), cancellation);
            into.Close();
            Print(parsed.InvocationConfiguration.Output, history, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static LocalAuthority Area(string code) => LocalAuthorities.Find(code)
        ?? throw new RefusedException($"There is no local area {code}. Give the three-figure code of a local authority, for instance 888.");

    private static Outcome Outcome(string text, LocalAuthority area)
    {
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return Core.Inspections.Outcome.Of(number, number == 3 ? area.DisplayName : null, isSeparate: false, out var refusal)
            ?? throw new RefusedException(refusal!);
    }

    private static void Print(TextWriter output, SimulationJson history, bool asJson)
    {
        if (asJson)
        {
            output.WriteJson(history);
            return;
        }

        // Raising and sending are one line to a person: the notice.
        var lines = history.Events.Where(happened => !happened.Kind.StartsWith("notice-", StringComparison.Ordinal))
            .Select(happened => (happened.At, Event: happened.Kind, Notice: "", To: ""))
            .Concat(history.Notices.Select(notice => (notice.At, Event: "", Notice: notice.Template, notice.To)));
        var table = Output.Table("When", "Event", "Notice", "To");
        foreach (var (at, happened, notice, to) in lines.OrderBy(line => DateTimeOffset.Parse(line.At, CultureInfo.InvariantCulture)))
        {
            table.AddRow(at, happened, notice, to);
        }

        output.WriteTable(table);
    }
}

using System.CommandLine;
using System.Globalization;
using AreaSend.Cli.Prompt;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Simulation;
using Spectre.Console;

namespace AreaSend.Cli.Simulate;

/// <summary><c>simulate --area 888 --on-site 2025-09-22 --outcome 3 --out DIR</c>: lives through a whole inspection in a moment.</summary>
internal static class SimulateCommand
{
    public static Command Create(Editions editions)
    {
        var area = new Option<string>("--area") { Description = "Three-figure code of the local authority, for instance 888.", Required = true };
        var (onSite, meeting) = (Law.OnSite(), Law.Meeting());
        var kind = Law.Kind(editions);
        var outcome = new Option<string>("--outcome") { Description = "Outcome of a full inspection: 1, 2 or 3." };
        var result = new Option<string>("--result")
        {
            Description =
                "Result of a monitoring inspection, effective or not-effective; or of a re-visit, sufficient or not-sufficient (effective and not-effective mean the same there).",
        };
        var days = OnSiteDays.Option();
        var edition = Law.Edition();
        var folder = new Option<string>("--out")
        {
            Description = "An empty folder for the e-mails (.eml) and the store, or that of an earlier simulation.",
            Required = true,
        };
        var json = Output.AsJson();
        var command = new Command("simulate", "Run an inspection to its end with everybody in time: its history, and each notice as an e-mail.")
        {
            area, onSite, meeting, kind, outcome, result, days, edition, folder, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var authority = Area(parsed.GetRequiredValue(area));
            var planned = Law.Day(editions, parsed.GetValue(kind)!, parsed.GetValue(onSite), parsed.GetValue(meeting));
            var (law, type) = Law.Of(editions, parsed.GetValue(edition), parsed.GetValue(kind)!, planned, ShippedCalendar.Load());
            var cast = ParticipantsOf(type, parsed.GetValue(outcome), parsed.GetValue(result), authority);
            var chosen = OnSiteDays.Checked(parsed.GetValue(days), type);
            var into = SimulationFolder.Prepare(parsed.GetRequiredValue(folder));
            var history = await new Simulation(into, cast, law.Edition, type, editions).RunAsync(authority.Code, planned, chosen, cancellation);
            into.Close();
            Print(parsed.InvocationConfiguration.Output, history, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static LocalAuthority Area(string code) => LocalAuthorities.Find(code)
        ?? throw new CommandRefusedException($"There is no local area {code}. Give the three-figure code of a local authority, for instance 888.");

    private static SimulatedParticipants ParticipantsOf(InspectionType type, string? outcome, string? result, LocalAuthority area) => type.Result switch
    {
        ResultForm.Outcome when result is not null => throw new CommandRefusedException(
            $"{type.Title.Small().WithArticle().Capital()} has no --result. Give --outcome 1, 2 or 3."),
        ResultForm.Outcome => new SimulatedParticipants(Outcome(outcome ?? throw new CommandRefusedException("Option '--outcome' is required."), area)),
        _ when outcome is not null => throw new CommandRefusedException($"{type.Title.Small().WithArticle().Capital()} has no --outcome. Leave it out."),
        ResultForm.PriorityAreas => new SimulatedParticipants(outcome: null, IsGood(result, "effective")),
        ResultForm.Weaknesses => new SimulatedParticipants(outcome: null, IsGood(result?.Replace("effective", "sufficient", StringComparison.Ordinal), "sufficient")),
        _ when result is not null => throw new CommandRefusedException($"{type.Title.Small().WithArticle().Capital()} has no --result. Leave it out."),
        _ => new SimulatedParticipants(outcome: null),
    };

    private static bool IsGood(string? result, string good) => result == good
        || (result == $"not-{good}" ? false : throw new CommandRefusedException($"Give --result as {good} or not-{good}."));

    private static Outcome Outcome(string text, LocalAuthority area)
    {
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return Core.Inspections.Outcome.Of(number, number == 3 ? area.DisplayName : null, isSeparate: false, out var refusal)
            ?? throw new CommandRefusedException(refusal!);
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

using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Timetables;

namespace AreaSend.Cli.Timetables;

/// <summary><c>timetable --on-site 2025-09-22</c>: every step of an inspection with its date, as planned.</summary>
internal static class TimetableCommand
{
    public static Command Create()
    {
        var onSite = DateInput.Option("--on-site", "The first on-site day, for instance 2025-09-22.");
        var kind = new Option<string>("--kind") { Description = "Kind of inspection: full.", DefaultValueFactory = _ => "full" };
        var edition = new Option<string>("--edition") { Description = "Edition of the framework.", DefaultValueFactory = _ => FrameworkEditions.Newest.Id };
        var json = Output.AsJson();
        var command = new Command("timetable", "Plan an inspection: every step, who acts, by when and why.") { onSite, kind, edition, json };
        command.SetAction(parsed =>
        {
            var inspection = Kind(parsed.GetValue(kind)!);
            var law = Edition(parsed.GetValue(edition)!);
            var starts = parsed.GetValue(onSite);
            var plan = Timetable.Preview(law, inspection, starts, ShippedCalendar.Load());
            var warnings = PlanningWarnings.For(starts, plan, []);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(TimetableJson.Of(law, inspection, starts, plan, warnings));
            }
            else
            {
                TimetableTable.Write(output, plan, warnings);
            }

            return 0;
        });
        return command;
    }

    private static InspectionKind Kind(string name) => name == "full"
        ? InspectionKind.Full
        : throw new RefusedException($"AreaSend has no timetable for the kind '{name}'. It has: full.");

    private static FrameworkEdition Edition(string id) => FrameworkEditions.Find(id)
        ?? throw new RefusedException($"AreaSend does not hold the edition '{id}'. It holds: {string.Join(", ", FrameworkEditions.All.Select(held => held.Id))}.");
}

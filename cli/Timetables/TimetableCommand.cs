using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Cli.Timetables;

/// <summary><c>timetable --on-site 2025-09-22</c>: every step of an inspection with its date, as planned.</summary>
internal static class TimetableCommand
{
    public static Command Create(Editions editions)
    {
        var onSite = DateInput.Option("--on-site", "The first on-site day, for instance 2025-09-22.");
        var kind = new Option<string>("--kind") { Description = $"Kind of inspection: {string.Join(", ", editions.Kinds)}.", DefaultValueFactory = _ => InspectionKind.Full };
        var edition = new Option<string>("--edition") { Description = "Edition of the framework; else the one in force on notification day." };
        var json = Output.AsJson();
        var command = new Command("timetable", "Plan an inspection: every step, who acts, by when and why.") { onSite, kind, edition, json };
        command.SetAction(parsed =>
        {
            var (starts, calendar) = (parsed.GetValue(onSite), ShippedCalendar.Load());
            if (PlanningRules.NotWorking(calendar, starts) is { } because)
            {
                throw new RefusedException(because);
            }

            var (law, type) = Law(editions, parsed.GetValue(edition), parsed.GetValue(kind)!, starts, calendar);
            var plan = Timetable.Preview(law.Edition, type.Key, starts, calendar);
            var warnings = PlanningWarnings.For(starts, plan, []);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(TimetableJson.Of(law, type, starts, plan, warnings));
            }
            else
            {
                output.WriteLine($"{type.Title} under {law.Edition.Title} ({law.Edition.Id}): {law.Because}.");
                TimetableTable.Write(output, plan, warnings);
            }

            return 0;
        });
        return command;
    }

    private static (EditionChoice Law, InspectionType Type) Law(Editions editions, string? named, string kind, LocalDate onSite, WorkingDayCalendar calendar)
    {
        if (!editions.Kinds.Contains(kind))
        {
            throw new RefusedException($"AreaSend has no timetable for the kind '{kind}'. It has: {string.Join(", ", editions.Kinds)}.");
        }

        var law = named is null ? editions.For(kind, onSite, calendar)!
            : editions.Find(named) is { } edition ? new EditionChoice(edition, "named by --edition")
            : throw new RefusedException($"AreaSend does not hold the edition '{named}'. It holds: {editions.Ids}.");
        return (law, law.Edition.Find(kind) ?? throw new RefusedException($"{law.Edition.Title.Capital()} has no timetable for the kind '{kind}'. Name another edition, or none."));
    }
}

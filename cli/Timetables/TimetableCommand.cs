using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Cli.Timetables;

/// <summary><c>timetable --on-site 2025-09-22</c>: every step of an inspection with its date, as planned.</summary>
internal static class TimetableCommand
{
    public static Command Create(Editions editions)
    {
        var (onSite, meeting) = (Law.OnSite(), Law.Meeting());
        var (kind, edition) = (Law.Kind(editions), Law.Edition());
        var days = OnSiteDays.Option();
        var json = Output.AsJson();
        var command = new Command("timetable", "Plan an inspection: every step, who acts, by when and why.") { onSite, meeting, kind, days, edition, json };
        command.SetAction(parsed =>
        {
            var calendar = ShippedCalendar.Load();
            var starts = Law.Day(editions, parsed.GetValue(kind)!, parsed.GetValue(onSite), parsed.GetValue(meeting));
            var (law, type) = Law.Of(editions, parsed.GetValue(edition), parsed.GetValue(kind)!, starts, calendar);
            if (PlanningRules.NotWorking(type, calendar, starts) is { } because)
            {
                throw new CommandRefusedException(because);
            }

            var plan = Timetable.Preview(law.Edition, type.Key, starts, calendar, OnSiteDays.Checked(parsed.GetValue(days), type));
            var warnings = PlanningWarnings.For(starts, plan, []);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(TimetableJson.Of(law, type, starts, plan, warnings));
            }
            else
            {
                output.WriteLine($"{type.Title}, under {law.Edition.Title} ({law.Edition.Id}): {law.Because}.");
                TimetableTable.Write(output, law.Edition, plan, warnings);
            }

            return 0;
        });
        return command;
    }
}

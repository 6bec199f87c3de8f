using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using Spectre.Console;

namespace AreaSend.Cli.Explain;

/// <summary><c>explain 2024-12-24 +5</c>: the working day that many after a day, and the days that did not count.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var start = DateInput.Argument("start", "The day to count from; it is day 0 and never counted.");
        var count = new Argument<int>("count") { Description = "Working days to count: +5, or -5 for backwards.", CustomParser = ReadCount };
        var json = Output.AsJson();
        var command = new Command("explain", "Count working days from a day, and say which days were skipped and why.") { start, count, json };
        command.SetAction(parsed =>
        {
            var derivation = ShippedCalendar.Load().Derive(parsed.GetValue(start), parsed.GetValue(count));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(ExplainJson.Of(derivation));
            }
            else
            {
                WriteForPeople(output, derivation);
            }

            return 0;
        });
        return command;
    }

    private static int ReadCount(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            result.AddError($"'{text}' is not a number of working days. Write +5 or -5.");
        }

        return count;
    }

    private static void WriteForPeople(TextWriter output, Derivation derivation)
    {
        var days = Math.Abs((long)derivation.Count);
        output.WriteLine(
            $"{LondonTime.Show(derivation.Answer)} is {days} working {(days == 1 ? "day" : "days")} {(derivation.Count < 0 ? "before" : "after")} {LondonTime.Show(derivation.Start)}.");
        if (derivation.Skipped.Count == 0)
        {
            return;
        }

        var table = Output.Table("Skipped", "Because");
        foreach (var day in derivation.Skipped)
        {
            table.AddRow(LondonTime.ShowShort(day.Date), Markup.Escape(day.Because));
        }

        output.WriteTable(table);
    }
}

using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using Spectre.Console;

namespace AreaSend.Cli.Timetables;

/// <summary>The timetable for a person at a terminal.</summary>
internal static class TimetableTable
{
    public static void Write(TextWriter output, FrameworkEdition edition, Timetable plan, IReadOnlyList<string> warnings)
    {
        if (edition.LookTwice([.. plan.WithPossible.Select(step => step.Definition)]) is { } lookTwice)
        {
            output.WriteLine(lookTwice);
        }

        foreach (var warning in warnings)
        {
            output.WriteLine($"Look twice: {warning}");
        }

        var table = Output.Table("Step", "Who acts", "Due", "By", "Date is", edition.IsConfirmedWhole ? "¶" : "¶ and standing", "Rule");
        foreach (var step in plan.WithPossible)
        {
            table.AddRow(
                NameOf(step, plan),
                step.Definition.Actor.Show(),
                step.DueDate is { } date ? LondonTime.ShowShort(date) : "no date yet",
                step is { DueDate: not null, Definition.Due.By: { } time } ? LondonTime.Show(time) : "",
                step.Certainty == Certainty.Fixed ? "fixed" : "a forecast",
                string.Join(", ", step.Definition.Cites) + (edition.IsConfirmedWhole ? "" : $" {step.Definition.Provenance.Show()}"),
                Markup.Escape(step.Why.Rule));
        }

        output.WriteTable(table);
    }

    // A row that stands twice is another with each outcome; one that may yet stand says when.
    private static string NameOf(PlannedStep step, Timetable plan) => plan.Find(step.Key) is null ? $"{step.Key} ({step.Definition.OnlyIf})"
        : plan.Rows.Count(other => other.Key == step.Key) == 1 ? step.Key
        : $"{step.Key} (outcome {string.Join(" or ", step.Definition.OnlyForOutcomes)})";
}

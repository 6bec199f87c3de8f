using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using Spectre.Console;

namespace AreaSend.Cli.Programme;

/// <summary>A proposal for a person at a terminal.</summary>
internal static class ProposalTable
{
    public static void Write(TextWriter output, Proposal proposal)
    {
        var table = Output.Table("On site from", "Area", "Region", "Inspection", "Due by", "Late because");
        foreach (var placed in proposal.Inspections)
        {
            table.AddRow(
                LondonTime.ShowShort(placed.OnSiteStarts),
                Name(placed.Due),
                placed.Due.Region,
                placed.Due.Kind.ToString().ToLowerInvariant(),
                LondonTime.ShowShort(placed.Due.DueBy),
                Markup.Escape(placed.LateBecause ?? ""));
        }

        output.WriteTable(table);
        foreach (var unplaced in proposal.Unplaced)
        {
            output.WriteLine($"No week for {Name(unplaced.Due)} ({unplaced.Due.Kind.ToString().ToLowerInvariant()}): {unplaced.Because}");
        }
    }

    private static string Name(InspectionDue due) => LocalAuthorities.Find(due.Area)!.DisplayName;
}

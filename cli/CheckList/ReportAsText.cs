using System.Globalization;
using System.Text;
using AreaSend.Lists.Findings;

namespace AreaSend.Cli.CheckList;

/// <summary>Reports for a person to read: what, how many, the first places and how to mend it.</summary>
internal static class ReportAsText
{
    private const int FirstPlaces = 5;

    public static string Of(IReadOnlyList<ListReport> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            Append(text, report);
        }

        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, ListReport report)
    {
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"List {(int)report.List}, sheet “{report.Sheet}”: {report.Rows:N0} rows as at {report.AsAt:d MMMM uuuu}.");
        text.AppendLine(report.IsClean ? "Nothing was found." : $"{Counted(report.Errors, "error", "errors")}, {Counted(report.Queries, "query", "queries")}.");
        foreach (var note in report.Notes)
        {
            text.AppendLine($"Note: {note}");
        }

        foreach (var group in report.Groups)
        {
            text.AppendLine();
            text.AppendLine($"{group.Rule.Severity}: {group.Column} ({group.Code}), {Counted(group.Count, "place", "places")}: {Places(group)}");
            text.AppendLine($"  {group.Rule.What}");
            text.AppendLine($"  {group.Rule.Mend}");
        }

        text.AppendLine();
    }

    private static string Places(FindingGroup group)
    {
        var first = string.Join(", ", group.Places.Take(FirstPlaces).Select(group.CellAt));
        return group.Count > FirstPlaces ? $"{first} and {(group.Count - FirstPlaces).ToString("N0", CultureInfo.InvariantCulture)} more" : first;
    }

    private static string Counted(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}

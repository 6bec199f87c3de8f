using System.Globalization;
using AreaSend.Lists.Findings;

namespace AreaSend.Cli.CheckList;

/// <summary>Reports for a program to read: one list is an object, both are an array of two.</summary>
internal static class ReportAsJson
{
    /// <summary>An object that is written as the reports' JSON.</summary>
    public static object Of(IReadOnlyList<ListReport> reports) =>
        reports is [var only] ? Shape(only) : reports.Select(Shape);

    private static ReportShape Shape(ListReport report) => new(
        (int)report.List,
        report.Sheet,
        report.Rows,
        report.AsAt.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        report.Errors,
        report.Queries,
        [.. report.Groups.SelectMany(Findings).OrderBy(finding => finding.Row)]);

    private static IEnumerable<FindingShape> Findings(FindingGroup group) =>
        group.Places.Select(place => new FindingShape(
            group.Code,
            group.Rule.Severity == Severity.Error ? "error" : "query",
            place.Row,
            group.Column,
            group.MessageAt(place)));

    private sealed record ReportShape(int List, string Sheet, int Rows, string AsAt, int Errors, int Queries, IReadOnlyList<FindingShape> Findings);

    private sealed record FindingShape(string Rule, string Severity, int Row, string Column, string Message);
}

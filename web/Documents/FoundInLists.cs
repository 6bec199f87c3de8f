using AreaSend.Lists.Findings;

namespace AreaSend.Web.Documents;

/// <summary>How much was found in the lists of a document, in words.</summary>
internal static class FoundInLists
{
    /// <summary><c>3 errors and 1 query</c>; what there is none of is left out.</summary>
    public static string Words(int errors, int queries) =>
        string.Join(" and ", new[] { errors == 0 ? "" : Errors(errors), queries == 0 ? "" : Queries(queries) }.Where(words => words.Length > 0));

    /// <summary>What the link to the workbook of findings says: all of them, or how many of how many it holds.</summary>
    public static string DownloadWords(IReadOnlyList<ListReport> reports)
    {
        var groups = reports.SelectMany(report => report.Groups).ToList();
        var (listed, found) = (groups.Sum(group => (long)group.Places.Count), groups.Sum(group => (long)group.Count));
        return listed == found
            ? "Download all findings as a workbook (.xlsx)"
            : $"Download the first {listed:N0} of {found:N0} findings as a workbook (.xlsx): of each rule and column the first {FindingLog.KeptPlaces:N0}";
    }

    public static string Errors(int number) => $"{number:N0} {(number == 1 ? "error" : "errors")}";

    public static string Queries(int number) => $"{number:N0} {(number == 1 ? "query" : "queries")}";
}

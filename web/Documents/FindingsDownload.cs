using AreaSend.Lists.Findings;

namespace AreaSend.Web.Documents;

/// <summary>The findings in a document's lists, as a workbook to work through.</summary>
internal static class FindingsDownload
{
    public static IResult Of(IReadOnlyList<ListReport> reports) => reports.Count == 0
        ? Results.NotFound()
        : Results.Stream(target => WriteAsync(reports, target), FindingsWorkbook.MediaType, "findings.xlsx");

    // The writer of workbooks writes as it goes, and a response takes no writing that waits.
    private static async Task WriteAsync(IReadOnlyList<ListReport> reports, Stream target)
    {
        using var workbook = new MemoryStream();
        FindingsWorkbook.Write(reports, workbook);
        workbook.Position = 0;
        await workbook.CopyToAsync(target);
    }
}

using AreaSend.Lists.Findings;

namespace AreaSend.Web.Documents;

/// <summary>The findings in a document's lists, as a workbook to work through.</summary>
internal static class FindingsDownload
{
    public static IResult Of(IReadOnlyList<ListReport> reports) => reports.Count == 0
        ? Results.NotFound()
        : Results.Stream(target => WriteAsync(reports, target), FindingsWorkbook.MediaType, "findings.xlsx");

    /// <summary>One at a time: a list with millions of errors keeps a processor for seconds, and other pages need the rest.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    // The writer of workbooks writes as it goes, and a response takes no writing that waits.
    private static async Task WriteAsync(IReadOnlyList<ListReport> reports, Stream target)
    {
        using var workbook = new MemoryStream();
        await OneAtATime.WaitAsync();
        try
        {
            FindingsWorkbook.Write(reports, workbook);
        }
        finally
        {
            OneAtATime.Release();
        }

        workbook.Position = 0;
        await workbook.CopyToAsync(target);
    }
}

using System.Globalization;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Lists.Workbooks;
using AreaSend.Services.Reports;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Exports;
using NodaTime;

namespace AreaSend.Web.Reports;

/// <summary>The reports as files, under the same filters: each as CSV, all as an Excel workbook.</summary>
internal static class ReportExport
{
    public const string Csv = "/reports.csv";
    public const string Excel = "/reports.xlsx";

    public static void MapReportExport(this IEndpointRouteBuilder app)
    {
        app.MapGet(Csv, async (HttpRequest request, ReportReader reader, Editions editions, IClock clock) =>
        {
            var tables = await TablesAsync(request, reader, editions, clock);
            var table = tables.FirstOrDefault(table => table.Key == request.Query["part"]) ?? tables[0];
            var cells = table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!)]);
            return CsvText.File($"{table.Key}.csv", [table.Headings, .. cells]);
        });
        app.MapGet(Excel, async (HttpRequest request, ReportReader reader, Editions editions, IClock clock) =>
        {
            using var workbook = new MemoryStream();
            var sheets = (await TablesAsync(request, reader, editions, clock))
                .Select(table => new TableSheet(table.Key.Capital(), table.Headings, [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. row])]));
            TableWorkbook.Write(workbook, [.. sheets]);
            return Results.File(workbook.ToArray(), TableWorkbook.MediaType, "reports.xlsx");
        });
    }

    private static async Task<IReadOnlyList<ReportTable>> TablesAsync(HttpRequest request, ReportReader reader, Editions editions, IClock clock)
    {
        var (scope, today) = (ReportQuery.Read(request.Query, new FormErrors()).Scope, LondonTime.DateOf(clock.GetCurrentInstant()));
        return ReportTable.Of(await reader.ReportAsync(scope, today, request.HttpContext.RequestAborted), editions);
    }
}

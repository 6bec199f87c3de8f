using AreaSend.Lists.Workbooks;
using AreaSend.Services.Programme;
using AreaSend.Web.Programme;

namespace AreaSend.Web.Schedule;

/// <summary>The schedule as an Excel workbook, under the same filters: its weeks, its days, and its months.</summary>
internal static class ScheduleExport
{
    public const string Excel = "/schedule.xlsx";

    public static void MapScheduleExport(this IEndpointRouteBuilder app) => app.MapGet(Excel, SendAsync);

    private static async Task<IResult> SendAsync(HttpRequest request, ProgrammeLoad load)
    {
        var query = ScheduleQuery.Read(request.Query);
        var view = await load.ReadAsync(query.From is { } day ? MonthSchedule.FirstOf(day) : null, request.HttpContext.RequestAborted);
        using var workbook = new MemoryStream();
        TableWorkbook.Write(workbook, [OfWeeks(WeekSchedule.Of(view, query)), OfDays(WeekSchedule.Of(view, query)), OfMonths(MonthSchedule.Of(view, query))]);
        return Results.File(workbook.ToArray(), TableWorkbook.MediaType, "schedule.xlsx");
    }

    private static TableSheet OfWeeks(WeekSchedule schedule) => new(
        "Weeks",
        ["Area", "Kind", "Lead inspector", "Lead inspector of CQC", .. schedule.Weeks.Select(Heading)],
        [
            .. schedule.Rows.Select(row =>
                (object?[])
                    [
                        row.Inspection.Area.DisplayName,
                        row.Inspection.Activity.Kind.Show(),
                        row.Inspection.Leads.Ofsted?.Name,
                        row.Inspection.Leads.Cqc?.Name,
                        .. schedule.Weeks.Select(week => string.Join(", ", row.Words(week))),
                    ]),
            ["On site in the week", null, null, null, .. schedule.Weeks.Select(week => (object?)schedule.OnSiteIn(week))],
        ]);

    private static string Heading(ScheduleWeek week) =>
        string.Join(
            ", ",
            [
                $"{ScheduleWords.ShowDay(week.Monday)} {week.Monday.Year}",
                .. week.BankHolidays.Select(holiday => $"bank holiday {ScheduleWords.ShowDay(holiday.Date)}"),
            ]);

    private static TableSheet OfDays(WeekSchedule schedule) => new(
        "Days",
        [
            "Area",
            "Region",
            "Kind",
            "Lead inspector",
            "Lead inspector of CQC",
            "Notified",
            "On site from",
            "On site until",
            "Drafting until",
            "Paused",
            "Clashes",
            "School holidays",
            "As of",
        ],
        [
            .. schedule.Rows.Select(row => (object?[])
            [
                row.Inspection.Area.DisplayName, row.Inspection.Area.Region, row.Inspection.Activity.Kind.Show(),
                row.Inspection.Leads.Ofsted?.Name, row.Inspection.Leads.Cqc?.Name,
                row.Inspection.Activity.Notified, row.Inspection.Activity.Starts, row.Inspection.Activity.Ends, row.Span(ScheduleStage.Drafting)?.To,
                row.Inspection.Activity.IsPaused ? "Paused" : null,
                string.Join(" ", row.Clashes.Select(clash => clash.Because)), string.Join(", ", row.SchoolHolidaysMet.Select(holiday => holiday.Name)), schedule.AsOf,
            ]),
        ]);

    private static TableSheet OfMonths(MonthSchedule schedule) => new(
        "Months",
        ["Region", .. schedule.Months.Select(month => ScheduleWords.ShowMonth(month.First))],
        [
            .. schedule.Regions.Select((region, index) => (object?[])
                [region, .. schedule.Months.Select(month => string.Join(", ", month.Cells[index].OnSite.Select(one => one.Area.DisplayName)))]),
        ]);
}

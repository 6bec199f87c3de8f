using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Exports;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Worklist;

/// <summary>The worklist as a file: what is shown, under the same filters.</summary>
internal static class WorklistExport
{
    public const string Path = "/worklist.csv";

    private static readonly string[] Headings =
    [
        "Standing",
        "Area",
        "Region",
        "Phase",
        "What",
        "Who owes it",
        "Coordinator",
        "Lead inspector",
        "Lead inspector of CQC",
        "Due",
        "At",
        "Working days late or waiting",
        "Note",
        "Snoozed until",
        "Inspection",
    ];

    public static void MapWorklistExport(this IEndpointRouteBuilder app) => app.MapGet(Path, SendAsync);

    private static async Task<IResult> SendAsync(HttpRequest request, WorklistReader worklist, IOptions<SiteOptions> site)
    {
        var filter = WorklistFilter.Read(request.Query, new FormErrors());
        var view = await worklist.ReadAsync(request.HttpContext.RequestAborted);
        var person = view.Find(request.HttpContext.User);
        filter = filter.For(person, view.Rows);
        return CsvText.File("worklist.csv", [
            Headings,
            .. from row in view.Rows
               where filter.Shows(row, person)
               from item in row.Owed
               where filter.Shows(item)
               select Row(row, item, view.Today, site.Value.SiteAddress),
        ]);
    }

    private static string[] Row(WorkRow row, WorklistItem item, LocalDate today, Uri site) =>
    [
        item.Duty.Standing.Show(),
        row.AreaName,
        row.Area?.Region ?? "",
        row.Phase,
        item.Duty.What,
        item.Duty.Owes.Show(),
        row.Coordinator?.Name ?? "",
        row.Leads.Ofsted?.Name ?? "",
        row.Leads.Cqc?.Name ?? "",
        item.Duty.DueDate is { } date ? LocalDatePattern.Iso.Format(date) : "",
        item.ClockTime ?? "",
        item.Age is { } age ? age.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
        row.Notes.Newest?.Words ?? "",
        row.SnoozedOn(today) is { } until ? LocalDatePattern.Iso.Format(until) : "",
        new Uri(site, $"/inspections/{row.Inspection.Row.Id}").ToString(),
    ];
}

using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Exports;
using AreaSend.Web.Inspections;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace AreaSend.Web.Worklist;

/// <summary>The worklist as a file: what is shown, under the same filters.</summary>
internal static class WorklistExport
{
    public const string Path = "/worklist.csv";

    private static readonly string[] Headings =
        ["Standing", "Area", "Region", "Phase", "What", "Who owes it", "Lead inspector", "Due", "At", "Working days late or waiting", "Inspection"];

    public static void MapWorklistExport(this IEndpointRouteBuilder app) => app.MapGet(Path, SendAsync);

    private static async Task<IResult> SendAsync(HttpRequest request, WorklistReader worklist, IOptions<EngineOptions> site)
    {
        var filter = WorklistFilter.Read(request.Query, new FormErrors());
        var view = await worklist.ReadAsync(request.HttpContext.RequestAborted);
        return CsvText.File("worklist.csv", [Headings, .. view.Items.Where(filter.Shows).Select(item => Row(item, view.Leads.GetValueOrDefault(item.Row.Id, ""), site.Value.SiteAddress))]);
    }

    private static string[] Row(WorklistItem item, string lead, Uri site) =>
    [
        item.Duty.Standing.Show(),
        item.AreaName,
        item.Area?.Region ?? "",
        PhaseWords.Show(item.Row.Phase, item.Inspection.Loaded?.Case.Type),
        item.Duty.What,
        item.Duty.Owes.Show(),
        lead,
        item.Duty.DueDate is { } date ? LocalDatePattern.Iso.Format(date) : "",
        item.ClockTime ?? "",
        item.Age is { } age ? age.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
        new Uri(site, $"/inspections/{item.Row.Id}").ToString(),
    ];
}

using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Planning;

/// <summary>An edition that is not confirmed whole, planned under because a setting names it: each row says how sure it is, before and after planning.</summary>
public class EditionPagesTests
{
    private const string LookTwice =
        "The edition of 7 July 2025 is not confirmed whole. Of these 34 rows 2 are confirmed; the others are carried over from the edition of 30 January 2024, with its paragraph numbers. Its Annex A is carried over too.";

    [Fact]
    public async Task PlanAndTimetable_UnderTheEditionOfJuly2025_SayOfEachRowWhetherItIsConfirmed()
    {
        using var host = new EmptyStoreHost { Settings = new Dictionary<string, string> { ["AreaSend:Framework:Edition"] = "area-send-2025-07-07" } };
        var visitor = await host.CoordinatorAsync();

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(
            "/inspections/plan", ("Form.Area", "888"), ("Form.Kind", "full"), ("Form.OnSite.Day", "22"), ("Form.OnSite.Month", "9"), ("Form.OnSite.Year", "2025"), ("Form.Intent", "preview")));
        var id = Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().PlanAsync("888", InspectionKind.Full, new NodaTime.LocalDate(2025, 9, 22), Recorder.Coordinator)).Inspection.Id;
        var timetable = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}"));

        Assert.Contains("Full inspection, under the edition of 7 July 2025: named by a setting.", Words(preview.Body!), StringComparison.Ordinal);
        Assert.Contains("Full inspection, under the edition of 7 July 2025: named by a setting", Words(timetable.Body!), StringComparison.Ordinal);
        Assert.Contains("Paragraph numbers on this form are those of the edition of 30 January 2024.", Words(preview.Body!), StringComparison.Ordinal);
        var record = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}/record/withdrawn"));
        Assert.Contains("Paragraph numbers on this page are those of the edition of 30 January 2024.", Words(record.Body!), StringComparison.Ordinal);
        foreach (var page in (IParentNode[])[preview, timetable])
        {
            var rows = page.QuerySelectorAll("table.timetable tbody tr").Select(Words).ToList();
            Assert.Contains(page.QuerySelectorAll(".govuk-inset-text").Select(Words), words => words == LookTwice);
            Assert.Equal((34, 2), (rows.Count, rows.Count(row => row.EndsWith(" Confirmed", StringComparison.Ordinal))));
            Assert.Contains(rows, row => row.Contains("DfE and NHS England", StringComparison.Ordinal) && row.Contains("Handbook, paragraph 149. Confirmed by Ofsted's summary of changes of 7 July 2025.", StringComparison.Ordinal));
            Assert.Contains(rows, row => row.StartsWith("Draft report shared", StringComparison.Ordinal) && row.EndsWith("136 Carried over", StringComparison.Ordinal)
                && row.Contains("Handbook, paragraph 136 of the edition of 30 January 2024.", StringComparison.Ordinal));
        }
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

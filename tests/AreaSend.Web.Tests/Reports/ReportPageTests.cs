using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Reports;
using AreaSend.Services.Store;
using AreaSend.Web.Reports;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Reports;

/// <summary>How inspections have gone: pictures, tables and files under the same filters. The clock begins on Monday 1 September 2025, 8am.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Get_WithoutInspections_SaysSo()
    {
        var page = await (await _host.VisitorAsync(Role.Reader)).OpenAsync("/reports");

        Assert.Contains("Nothing has fallen due that these reports count yet", Words(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg.report"));
    }

    [Fact]
    public async Task Get_AfterANotification_CountsWhatWasInTimeLateAndOverdue()
    {
        await NotifiedAsync();
        var visitor = await _host.VisitorAsync(Role.Reader);

        var page = await visitor.OpenAsync("/reports");

        // Named a day late; the providers' list has never come and is overdue; the director's e-mail left.
        Assert.Equal(["Local area nominated officer (LANO) named", "Local area", "0", "1", "0", "0", "0%"], Row(page, "steps", "Local area nominated officer"));
        Assert.Equal("1", Row(page, "steps", "List of providers")[5]);
        Assert.True(Row(page, "delivery", "Director of children's services").Skip(1).Sum(int.Parse) > 0, "the notification at least");
        Assert.NotEmpty(page.QuerySelectorAll("svg.report"));

        // The same as a file.
        var csv = await visitor.Client.GetStringAsync("/reports.csv?part=steps");
        Assert.Contains("\"Local area nominated officer (LANO) named\",\"Local area\",\"0\",\"1\",\"0\",\"0\",\"0%\"", csv, StringComparison.Ordinal);
        var workbook = await visitor.Client.GetAsync("/reports.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
        Assert.Equal((byte)'P', (await workbook.Content.ReadAsByteArrayAsync())[0]);
    }

    [Theory]
    [InlineData("?region=London", false, "another region")]
    [InlineData("?region=North%20West", true, "its own")]
    [InlineData("?kind=monitoring", false, "another kind")]
    [InlineData("?kind=full", true, "its own")]
    [InlineData("?From.Day=1&From.Month=10&From.Year=2025", false, "after it all")]
    [InlineData("?To.Day=31&To.Month=8&To.Year=2025", false, "before it all")]
    [InlineData("?From.Day=1&From.Month=9&From.Year=2025&To.Day=30&To.Month=9&To.Year=2025", true, "its month")]
    public async Task Get_Filtered_ShowsThoseAlone(string query, bool shown, string reason)
    {
        await NotifiedAsync();

        var page = await (await _host.VisitorAsync(Role.Reader)).OpenAsync($"/reports{query}");

        Assert.True(shown == (page.QuerySelector("#steps") is not null), reason);
        Assert.NotEmpty(page.QuerySelectorAll(".moj-filter__tag"));
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>("main a[href^='/reports.csv']"), link =>
            Assert.Contains(query[1..].Split('&')[0].Replace("%20", " ", StringComparison.Ordinal), Uri.UnescapeDataString(link.GetAttribute("href")!), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?From.Day=31&From.Month=9&From.Year=2025", "real date")]
    [InlineData("?From.Day=2&From.Month=9&From.Year=2025&To.Day=1&To.Month=9&To.Year=2025", "Last day must be the first day or a later one")]
    public async Task Get_ADateThatIsNone_IsSaid(string query, string sentence)
    {
        var page = await (await _host.VisitorAsync(Role.Reader)).OpenAsync($"/reports{query}");

        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TheAddressOfAReport_FindsItsInspection()
    {
        var id = await _host.PlannedAsync();
        await _host.PlannedAsync("301");
        foreach (var fact in (BuildFact[])[(_, _, now) => new Notified(now), (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) =>
            new DraftReportShared(now), (_, _, now) => new CommentsReceived(now), (_, _, now) => new FinalReportShared(now, new Outcome.TypicallyPositive()), (_, _, now) =>
            new ComplaintReceived(now), (_, _, now) => new ComplaintWasResolved(now, ComplaintResult.NotUpheld), (_, _, now) => new ReportPublished(now, "https://reports.example.org/Provider/50123456")])
        {
            var answer = await _host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, fact);
            Assert.True(answer is Recording.Recorded, (answer as Recording.Refused)?.Because);
        }

        var visitor = await _host.VisitorAsync(Role.Reader);
        foreach (var typed in (string[])["https://reports.example.org/provider/50123456", "50123456", "reports.example.org/"])
        {
            Assert.Equal([$"/inspections/{id}"], (await visitor.OpenAsync($"/search?q={Uri.EscapeDataString(typed)}")).QuerySelectorAll("main tbody th a").Select(link => link.GetAttribute("href")));
        }

        Assert.Empty((await visitor.OpenAsync("/search?q=50123457")).QuerySelectorAll("main tbody th a"));
    }

    /// <summary>Every sentence is true where inspections of several editions are counted together.</summary>
    [Theory]
    [InlineData(new[] { 38 }, "for publication together: 38.", "Within 38", "one edition, or several that give the same")]
    [InlineData(new[] { 38, 39 }, "for publication together: 38 or 39.", "In time", "two editions")]
    [InlineData(new int[0], "for publication together.", "In time", "nothing is published, or no edition gives a number")]
    public void Publication_OfEditionsWithTheseDays_SaysWhatEachIsMeasuredBy(int[] given, string words, string heading, string reason)
    {
        var row = new PublicationRow(Report.Everywhere, 3, 2, 1, 30, 44, given);

        var table = ReportTable.Of(new Report(3, [], [], [], [row], [], [], []), Editions.Shipped).Single(table => table.Key == "publication-lag");

        Assert.True(table.Explained.Contains(words, StringComparison.Ordinal) && table.Headings[1] == heading, reason);
        Assert.Equal([Report.Everywhere, 2, 1, 3, 30, 44], table.Rows.Single());
    }

    private async Task NotifiedAsync()
    {
        await _host.EnterContactsAsync();
        var id = await _host.PlannedAsync();
        await _host.AdvanceAsync(Instant.FromUtc(2025, 9, 8, 8, 30));
        await _host.AdvanceAsync(Instant.FromUtc(2025, 9, 10, 8, 30));
        await _host.Get<InspectionStore>().NominateLanoAsync(id, Recorder.Coordinator, new Services.Mail.Mailbox("Fictional Officer", "officer@example.org"));
    }

    private static List<string> Row(IHtmlDocument page, string report, string name) =>
        [.. page.QuerySelector($"#{report}")!.ParentElement!.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal)).Children.Select(cell => cell.TextContent.Trim())];

    private static string Words(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

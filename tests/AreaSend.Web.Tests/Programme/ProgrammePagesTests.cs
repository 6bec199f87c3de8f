using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Programme;

/// <summary>The national programme in the console: what each of the 153 areas is due for, and why. The clock stands on 1 September 2025.</summary>
public sealed class ProgrammePagesTests
{
    [Theory]
    [InlineData("", 153)]
    [InlineData("?text=Cornwall", 1)]
    [InlineData("?region=London", 33)]
    [InlineData("?after=NewArea", 1)]
    [InlineData("?text=nowhere", 0)]
    public async Task Get_Programme_ListsTheAreasThatAreMeant(string query, int count)
    {
        using var host = new EmptyStoreHost();
        var page = await (await host.CoordinatorAsync()).OpenAsync($"/programme{query}");

        Assert.Equal(Math.Min(count, 25), page.QuerySelectorAll("table.due tbody tr").Length);
        Assert.Contains(count == 0 ? "No area matches" : count == 1 ? "1 area" : $"{count} areas", Words(page.QuerySelector(".moj-filter-layout__content")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Programme_HasTheOverdueOnTopAndSaysWhy()
    {
        // Nottinghamshire, outcome 3 of 16 May 2023: no monitoring inspection on record within 18 months.
        using var host = new EmptyStoreHost();
        var page = await (await host.CoordinatorAsync()).OpenAsync("/programme?standing=Overdue&kind=Monitoring");
        var row = page.QuerySelectorAll("table.due tbody tr").Single(row => Words(row.QuerySelector("th")!).StartsWith("Nottinghamshire", StringComparison.Ordinal));

        Assert.Contains("Monitoring inspection by Sat 16 Nov 2024 Overdue", Words(row), StringComparison.Ordinal);
        Assert.Contains(
            "Outcome 3: a monitoring inspection usually within 18 months of publication, Tuesday 16 May 2023",
            Words(row.QuerySelector("details")!), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("table.due tbody tr"), one => Assert.Contains("Overdue", Words(one), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AnArea_GivesTheChainOfReasonsWithTheLimitsThatDoNotCount()
    {
        // Cumberland came into being on 1 April 2023 and had not been inspected.
        using var host = new EmptyStoreHost();
        var page = Words((await (await host.CoordinatorAsync()).OpenAsync("/programme/942")).QuerySelector("main")!);

        Assert.Contains("Full inspection by Wednesday 1 April 2026", page, StringComparison.Ordinal);
        Assert.Contains("A new area: within 3 years of coming into being on Saturday 1 April 2023.", page, StringComparison.Ordinal);
        Assert.Contains("Handbook, paragraph 24.", page, StringComparison.Ordinal);
        Assert.Contains("Friday 31 December 2027: No full inspection yet", page, StringComparison.Ordinal);
        Assert.Contains("No inspection of this area in the cycle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnAreaThatIsNone_IsNotFound()
    {
        using var host = new EmptyStoreHost();

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.CoordinatorAsync()).Client.GetAsync("/programme/000")).StatusCode);
    }

    /// <summary>Planned, it stands as planned; published in this console, it supersedes the published record.</summary>
    [Fact]
    public async Task AnInspectionOfThisConsole_IsPlannedThenSupersedesTheRecord()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        Assert.Contains("No full inspection yet", await SentenceAsync(visitor, "933"), StringComparison.Ordinal);

        var id = await host.PlannedAsync("933");
        var planned = await SentenceAsync(visitor, "933");
        Assert.Contains("Planned in time", planned, StringComparison.Ordinal);
        Assert.Contains("On site from Mon 22 Sep 2025", planned, StringComparison.Ordinal);

        await host.AdvanceAsync(At(2025, 9, 8));
        await host.AdvanceAsync(At(2025, 11, 19));
        Assert.Contains("On site until Fri 26 Sep 2025, report to come", await SentenceAsync(visitor, "933"), StringComparison.Ordinal);
        foreach (var fact in (Fact[])[new DraftReportShared(At(2025, 10, 16)), new FinalReportShared(At(2025, 11, 7), new Outcome.Inconsistent()), new ReportPublished(At(2025, 11, 19), "https://reports.example.org/933")])
        {
            Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, _) => fact));
        }

        var words = await SentenceAsync(visitor, "933");
        Assert.Contains("Full inspection by Tue 26 Sep 2028", words, StringComparison.Ordinal);
        Assert.Contains("Outcome 2: within 3 years of the last on-site day, Friday 26 September 2025.", words, StringComparison.Ordinal);
        Assert.Contains("Handbook, paragraphs 20 and 37.", words, StringComparison.Ordinal);
    }

    private static async Task<string> SentenceAsync(Visitor visitor, string area) =>
        Words((await visitor.OpenAsync($"/programme?text={area}")).QuerySelector("table.due tbody tr")!);

    private static Instant At(int year, int month, int day) => LondonTime.At(new LocalDate(year, month, day), new LocalTime(9, 0));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

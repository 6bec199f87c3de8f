using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Schedule;

/// <summary>The week across inspections. The clock stands on 1 September 2025, a Monday.</summary>
public sealed class ScheduleTests
{
    /// <summary>On site from 22 September: told on the 8th, a working day ten before; drafted until 14 working days after the 26th.</summary>
    [Theory]
    [InlineData("1 Sep", "This week", "")]
    [InlineData("8 Sep", "", "Notified")]
    [InlineData("15 Sep", "", "Notified")]
    [InlineData("22 Sep", "", "On site")]
    [InlineData("29 Sep", "", "Drafting")]
    [InlineData("13 Oct", "", "Drafting")]
    [InlineData("20 Oct", "", "")]
    public async Task AWeek_SaysWhatPeopleAreAt(string monday, string head, string cell)
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        var page = await (await host.CoordinatorAsync()).OpenAsync("/schedule");

        Assert.Equal(cell, Cell(page, "Barking and Dagenham", monday));
        Assert.Equal(head, Notes(Heads(page).Single(one => IsWeek(one, monday))));
    }

    [Fact]
    public async Task ADraftThatIsLate_IsDraftedUntilToday()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync("301");
        await host.AdvanceAsync(Instant.FromUtc(2025, 9, 8, 9, 0));
        await host.AdvanceAsync(Instant.FromUtc(2025, 10, 29, 9, 0));
        var visitor = await host.CoordinatorAsync();

        Assert.Equal("Drafting", Cell(await visitor.OpenAsync("/schedule"), "Barking and Dagenham", "27 Oct"));
        await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, _) => new DraftReportShared(Instant.FromUtc(2025, 10, 16, 9, 0)));
        Assert.Contains("No inspection is notified, on site or drafted", Words((await visitor.OpenAsync("/schedule")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanFifty_StandInPages_AndOnOneForTheWall()
    {
        using var host = new EmptyStoreHost();
        var store = host.Get<InspectionStore>();
        List<PlanOrder> orders = [.. AreaSend.Services.Areas.LocalAuthorities.All.Take(60)
            .Select(area => new PlanOrder(Guid.CreateVersion7(), area.Code, InspectionKind.Full, new LocalDate(2025, 9, 22), null, null, null, null))];
        Assert.Null(await store.PlanAllAsync(orders, Recorder.Coordinator, await store.VersionOfOpenAsync([.. orders.Select(order => order.Area)])));
        var visitor = await host.CoordinatorAsync();

        var (first, second, wall) = (await visitor.OpenAsync("/schedule"), await visitor.OpenAsync("/schedule?page=2"), await visitor.OpenAsync("/schedule?page=all"));

        Assert.Equal((50, 10, 60), (Rows(first).Count, Rows(second).Count, Rows(wall).Count));
        Assert.Equal(Rows(wall), Rows(first).Concat(Rows(second)));
        Assert.Contains("60 inspections, page 1 of 2", Words(first.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.All((IParentNode[])[first, second, wall], page => Assert.Contains("60", page.QuerySelector(".schedule tfoot")!.TextContent, StringComparison.Ordinal)); // the sums are of all
        Assert.NotNull(first.QuerySelector("a[href='/schedule?page=all']"));
        Assert.Equal(50, first.QuerySelectorAll("table:not(.schedule) tbody tr").Length);

        static List<string> Rows(IParentNode page) => [.. page.QuerySelectorAll(".schedule tbody th a").Select(link => link.GetAttribute("href")!)];
    }

    [Fact]
    public async Task HolidaysAndClashes_StandInTheirWeeks()
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.PlannedAsync("302");
        await host.Get<SchoolHolidays>().AddAsync("302", new("Autumn holiday", new LocalDate(2025, 9, 26), new LocalDate(2025, 9, 30)));
        var visitor = await host.CoordinatorAsync();
        var page = await visitor.OpenAsync("/schedule");

        // Both are led by one person, at one address.
        Assert.Equal("On site Clash", Cell(page, "Barking and Dagenham", "22 Sep"));
        Assert.Equal("On site Clash School holiday", Cell(page, "Barnet", "22 Sep"));
        Assert.Equal("Drafting School holiday", Cell(page, "Barnet", "29 Sep"));
        var table = page.QuerySelectorAll(".stacked-table tbody tr").Select(Words).ToList();
        Assert.All(table, row => Assert.Contains("Fictional Lead leads two activities in one week: full inspection of Barking and Dagenham", row, StringComparison.Ordinal));
        Assert.Contains("Autumn holiday", table.Single(row => row.StartsWith("Barnet", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("2", Words(page.QuerySelectorAll(".schedule tfoot td")[3]), StringComparison.Ordinal);

        Assert.Equal("Bank holiday 25 Dec Bank holiday 26 Dec", Notes(Heads(await visitor.OpenAsync("/schedule?from=2025-10-06")).Single(one => IsWeek(one, "22 Dec"))));
    }

    [Fact]
    public async Task TwoPeopleOfOneName_DoNotClash()
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.Get<InspectionStore>().PlanAsync("302", InspectionKind.Full, new LocalDate(2025, 9, 22), Recorder.Coordinator, new Mailbox("Fictional Lead", "other@example.org"));

        Assert.Equal("On site", Cell(await (await host.CoordinatorAsync()).OpenAsync("/schedule"), "Barnet", "22 Sep"));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?region=London", 2)]
    [InlineData("?lead=Other+Lead", 1)]
    [InlineData("?region=London&lead=Nobody", 0)]
    [InlineData("?from=2025-10-20", 0)]
    [InlineData("?from=2025-06-02", 0)]
    [InlineData("?from=2025-06-16", 3)]
    [InlineData("?from=yesterday", 3)]
    [InlineData("?from=-0044-03-15", 3)]
    public async Task Filters_AndTheWeeksShown_NarrowIt(string query, int rows)
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.PlannedAsync("302", isLed: false);
        await host.Get<InspectionStore>().PlanAsync("888", InspectionKind.Full, new LocalDate(2025, 9, 22), Recorder.Coordinator, new Mailbox("Other Lead", "other@example.org"));

        Assert.Equal(rows, (await (await host.CoordinatorAsync()).OpenAsync($"/schedule{query}")).QuerySelectorAll(".schedule tbody tr").Length);
    }

    [Fact]
    public async Task Months_CountEachRegion()
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.PlannedAsync("302", month: 10, day: 6);
        var page = await (await host.CoordinatorAsync()).OpenAsync("/schedule/months");
        var london = page.QuerySelectorAll(".schedule tbody tr").Single(row => Words(row).StartsWith("London", StringComparison.Ordinal)).QuerySelectorAll("td").Select(Notes).ToList();

        Assert.Equal(["1 on site 2 notified 1 drafting", "1 on site 1 notified 2 drafting", ""], london.Take(3));
        Assert.Contains("October 2025 London Barnet, from Mon 6 Oct 2025", page.QuerySelectorAll(".stacked-table tbody tr").Select(Words).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWorkbook_HasTheSame()
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.PlannedAsync("888", isLed: false);
        var answer = await (await host.CoordinatorAsync()).Client.GetAsync("/schedule.xlsx?region=London");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var workbook = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var texts = await Task.WhenAll(workbook.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(async entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return await reader.ReadToEndAsync();
        }));
        var all = string.Concat(texts);
        Assert.All(["Weeks", "Days", "Months", "Barking and Dagenham", "On site", "Drafting", "22 Sep 2025", "Fictional Lead"], words => Assert.Contains(words, all, StringComparison.Ordinal));
        Assert.DoesNotContain("Lancashire", all, StringComparison.Ordinal);
    }

    private static string Cell(IParentNode page, string area, string monday)
    {
        var column = Heads(page).ToList().FindIndex(head => IsWeek(head, monday));
        var row = page.QuerySelectorAll(".schedule tbody tr").Single(row => Words(row).StartsWith(area, StringComparison.Ordinal));
        return Notes(row.QuerySelectorAll("td")[column]);
    }

    private static IEnumerable<IElement> Heads(IParentNode page) => page.QuerySelectorAll(".schedule thead th").Skip(1);

    private static bool IsWeek(IElement head, string monday) => head.FirstChild!.TextContent.Trim() == monday;

    // Each stands in a line of its own.
    private static string Notes(IElement cell) => string.Join(' ', cell.QuerySelectorAll(".schedule__words, .schedule__note").Select(Words));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

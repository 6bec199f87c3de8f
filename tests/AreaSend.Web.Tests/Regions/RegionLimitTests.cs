using System.Net;
using System.Text.RegularExpressions;
using AreaSend.Services.Areas;
using AreaSend.Web.Feeds;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Tests.SignIn;

namespace AreaSend.Web.Tests.Regions;

/// <summary>
/// A coordinator of the North West, an inspection there and one in London: every route of the host, as <see cref="RouteTests"/> knows them, and every list,
/// file and calendar with the filters that it has.
/// </summary>
public sealed partial class RegionLimitTests(TwoRegions regions) : IClassFixture<TwoRegions>
{
    /// <summary>Addresses with what one can ask them for, besides the bare routes. <c>ID</c> is the inspection in London.</summary>
    private static readonly string[] Asked =
    [
        "/?whose=all", "/?region=London", "/worklist.csv?whose=all", "/inspections?region=London", "/inspections?text=202", "/inspections?sort=OnSite", "/schedule?from=2025-09-22",
        "/schedule?region=London", "/schedule/months?region=London", "/schedule.xlsx?from=2025-09-01", "/search?q=ID", "/search?q=example.org", "/search?q=Lead", "/search?q=202",
        "/reports?region=London", "/reports.csv?region=London", "/programme?region=London", "/programme?text=202", "/programme.csv?region=London", "/programme.xlsx?region=London",
        "/programme/propose?From.Day=5&From.Month=1&From.Year=2026&To.Day=30&To.Month=11&To.Year=2026&PerWeek=9&Region=London", "/areas?region=London", "/areas?text=202",
        "/calendar/what-if?On.Day=24&On.Month=9&On.Year=2025&Called=Day", "/calendar/feeds?inspection=ID", "/publication/hold?inspection=ID", "/inspections/plan?area=202", "/sandbox/outbox",
    ];

    /// <summary>Pages of what is published of every authority, whoever asks.</summary>
    private static readonly string[] NamesEveryAuthority = ["/areas/boards"];

    [Fact]
    public async Task Get_EachRoute_OfAnotherRegionsInspectionOrArea_IsRefusedAndShowsNothingOfIt()
    {
        var coordinator = await CoordinatorAsync();
        foreach (var pattern in RouteTests.Patterns.Where(RouteTests.IsForRoles))
        {
            var answer = await coordinator.Client.GetAsync(Of(pattern, regions.Other, TwoRegions.OtherArea));

            Assert.True(
                (NamesOne(pattern) || !MayOpen(pattern)) == (answer.StatusCode == HttpStatusCode.Forbidden), $"{pattern} of another region: {answer.StatusCode}");
            await AssertShowsNothingAsync(pattern, answer);
        }
    }

    [Fact]
    public async Task Get_EachRoute_OfTheirOwnInspectionOrArea_IsAnsweredAsForACoordinator()
    {
        var coordinator = await CoordinatorAsync();
        var colleague = await regions.Host.CoordinatorAsync();
        foreach (var pattern in RouteTests.Patterns.Where(RouteTests.IsForRoles).Where(MayOpen))
        {
            var address = Of(pattern, regions.Own, TwoRegions.OwnArea);
            var (answer, theirs) = (await coordinator.Client.GetAsync(address), await colleague.Client.GetAsync(address));

            Assert.Equal((pattern, theirs.StatusCode), (pattern, answer.StatusCode));
            await AssertShowsNothingAsync(pattern, answer);
        }
    }

    [Fact]
    public async Task Post_ToEachRoute_OfAnotherRegionsInspectionOrArea_IsRefused()
    {
        var coordinator = await CoordinatorAsync();
        var token = (await coordinator.OpenAsync("/inspections/plan")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var pattern in RouteTests.Patterns.Where(RouteTests.IsForRoles).Where(NamesOne))
        {
            var answer = await coordinator.Client.PostAsync(
                Of(pattern, regions.Other, TwoRegions.OtherArea), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "any")]));

            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed, $"{pattern}: {answer.StatusCode}");
        }
    }

    /// <summary>The same lists show the inspection in London to somebody without a limit: nothing is kept from a coordinator of the North West that is not there.</summary>
    [Fact]
    public async Task Get_EachListAndFile_ShowsTheirOwnAlone()
    {
        var coordinator = await CoordinatorAsync();
        var colleague = await regions.Host.CoordinatorAsync();
        var shownToAColleague = new List<string>();
        foreach (var address in Asked.Concat(RouteTests.Patterns.Where(RouteTests.IsForRoles).Where(pattern => !pattern.Contains('{'))).Select(WithId))
        {
            if (await ShowsAsync(colleague, address))
            {
                shownToAColleague.Add(address);
            }

            await AssertShowsNothingAsync(address, await coordinator.Client.GetAsync(address));
        }

        Assert.All(
            (string[])[
                "/?whose=all", "/worklist.csv", "/inspections", "/schedule", "/schedule/months", "/schedule.xlsx", "/search?q=Lead", "/programme", "/programme.csv", "/programme.xlsx",
                "/programme/load", "/areas", "/calendar/feeds", "/publication", "/sandbox/outbox", "/inspections/plan", "/calendar/what-if?On.Day=24&On.Month=9&On.Year=2025&Called=Day",
            ],
            address => Assert.Contains(address, shownToAColleague));
        var counted = await coordinator.OpenAsync("/reports");
        Assert.NotEqual((await colleague.OpenAsync("/reports")).QuerySelector("main")!.TextContent, counted.QuerySelector("main")!.TextContent);
    }

    /// <summary>What a page says without naming it: an e-mail by its address, a hold, a document of one inspection under the address of another.</summary>
    [Fact]
    public async Task Get_EachLinkThatAColleagueFollows_IsRefusedOrNotThere()
    {
        var coordinator = await CoordinatorAsync();
        var colleague = await regions.Host.CoordinatorAsync();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var from in (string[])["/?whose=all", "/inspections", "/publication", "/sandbox/outbox", "/areas?text=202", "/programme?text=202", .. Pages().Select(page => $"/inspections/{regions.Other}{page}")])
        {
            links.UnionWith((await colleague.OpenAsync(from)).QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!));
        }

        Assert.True(links.Count > 40, $"only {links.Count} links");
        foreach (var link in links)
        {
            await AssertShowsNothingAsync(link, await coordinator.Client.GetAsync(link));
        }
    }

    [Theory]
    [InlineData("/inspections/ID", "This is not in your regions")]
    [InlineData("/areas/202", "This is not in your regions")]
    [InlineData("/areas/national/contacts/add", "This is not in your regions")]
    [InlineData("/calendar/by-hand/decide", "Your role cannot open this page")]
    public async Task Refused_SaysWhatTheyWorkForAndWhomToAsk(string address, string title)
    {
        var page = await (await CoordinatorAsync()).OpenAsync(WithId(address));

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains("You work for North West.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ask a coordinator who is not", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Coordinator, North West", page.QuerySelector(".masthead__role")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_AnAreaOfAnotherRegion_IsRefusedAtTheField()
    {
        var page = await Visitor.ReadAsync(await (await CoordinatorAsync()).PostAsync(
            "/inspections/plan", ("Form.Area", TwoRegions.OtherArea), ("Form.OnSite.Day", "6"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2025"), ("Form.Intent", "preview")));

        Assert.Equal(
            "Camden is not in the regions that you work for (North West). A coordinator who is not limited to them can do this",
            Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).TextContent.Trim());
    }

    [Fact]
    public async Task Plan_FromAFile_SaysAtWhichLineAnotherRegionStands()
    {
        var page = await Visitor.ReadAsync(await (await CoordinatorAsync()).SendFileAsync(
            "/inspections/plan/import", "import", "area,on_site_starts\r\n889,2025-10-06\r\nCamden,2025-10-06\r\n"));

        var row = Assert.Single(page.QuerySelectorAll("main tbody tr"));
        Assert.StartsWith("Line 3", row.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Camden is not in the regions that you work for (North West).", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Country", null, "This concerns every region, and you work for North West.")]
    [InlineData("Region", "London", "London is not a region that you work for (North West).")]
    public async Task Hold_OfMoreThanTheySee_IsRefused(string scope, string? region, string sentence)
    {
        var page = await Visitor.ReadAsync(await (await CoordinatorAsync()).PostAsync(
            "/publication/hold", ("Form.Scope", scope), ("Form.Region", region ?? ""), ("Form.Until.Day", "12"), ("Form.Until.Month", "1"), ("Form.Until.Year", "2026"), ("Form.Reason", "Polling"), ("Form.Intent", "preview")));

        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whatever somebody has the address sealed of, in the sandbox where nobody signs in: it shows what they saw who took it.</summary>
    [Fact]
    public async Task Calendar_TakenByThem_ShowsTheirOwnAlone()
    {
        var calendar = regions.Host.Get<StaffCalendar>();
        Uri[] taken;
        using (Sight.Of(["North West"]).Hold())
        {
            taken = [calendar.OfInspection(regions.Other, owner: null), calendar.OfLead("lead@faraway.example.org", owner: null), calendar.OfInspection(regions.Own, owner: null)];
        }

        var feeds = new List<string>();
        foreach (var address in taken)
        {
            feeds.Add(await regions.Host.NewVisitor().Client.GetStringAsync(address.PathAndQuery));
        }

        Assert.All(feeds, feed => Assert.False(Shows(feed, "/feeds")));
        Assert.Equal([false, false, true], feeds.Select(feed => feed.Contains("BEGIN:VEVENT", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Pages() => ["", "/history", "/people", "/notices", "/documents", "/engine"];

    private async Task<Visitor> CoordinatorAsync() => await regions.Host.NewVisitor().OfRegionAsync("North West");

    private string WithId(string address) => address.Replace("ID", regions.Other.ToString(), StringComparison.Ordinal);

    /// <summary>The address of a route, of this inspection or area; of whatever else it names nothing that there is.</summary>
    private static string Of(string pattern, Guid inspection, string area)
    {
        var address = RouteTests.Address(pattern).Replace("/inspections/0199a0f0-0000-7000-8000-000000000000", $"/inspections/{inspection}", StringComparison.Ordinal);
        return AreaInAddress().Replace(address, match => $"{match.Groups["before"].Value}{area}");
    }

    private static bool NamesOne(string pattern) => NamesInspectionOrArea().IsMatch(pattern);

    private static bool MayOpen(string pattern) =>
        RouteTests.WhoMayOpen(pattern) is var who && (!Policies.Table.TryGetValue(who, out var roles) || (roles.Contains(Role.Coordinator) && !Policies.WithoutLimit.Contains(who)));

    private async Task<bool> ShowsAsync(Visitor visitor, string address) => Shows(await TwoRegions.WordsOfAsync(await visitor.Client.GetAsync(address)), address);

    private async Task AssertShowsNothingAsync(string address, HttpResponseMessage answer)
    {
        var words = await TwoRegions.WordsOfAsync(answer);

        Assert.False(Shows(words, address), $"{address} ({answer.StatusCode}) shows the inspection in London: {Around(words)}");
    }

    // What somebody has typed into an address, a page may say again.
    private bool Shows(string words, string address) =>
        (!address.Contains(regions.Other.ToString(), StringComparison.Ordinal)
            && (words.Contains(regions.Other.ToString(), StringComparison.OrdinalIgnoreCase) || words.Contains(regions.Other.ToString("N"), StringComparison.OrdinalIgnoreCase)))
        || words.Contains(TwoRegions.Mark, StringComparison.OrdinalIgnoreCase)
        || (words.Contains(TwoRegions.OtherName, StringComparison.Ordinal) && !NamesEveryAuthority.Contains(address));

    private string Around(string words)
    {
        var at = ((string[])[TwoRegions.Mark, TwoRegions.OtherName, regions.Other.ToString()]).Select(mark => words.IndexOf(mark, StringComparison.OrdinalIgnoreCase))
            .Where(place => place >= 0).DefaultIfEmpty(0).Min();
        return words[Math.Max(0, at - 200)..Math.Min(words.Length, at + 200)];
    }

    [GeneratedRegex("^/(keeping/)?inspections/\\{id:guid\\}|^/(areas|programme)/\\{(Code|Key)\\}", RegexOptions.IgnoreCase)]
    private static partial Regex NamesInspectionOrArea();

    [GeneratedRegex("^(?<before>/(areas|programme)/)888")]
    private static partial Regex AreaInAddress();
}

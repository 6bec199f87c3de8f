using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Areas;

public class AreaPagesTests
{
    private static readonly (string, string)[] NewDirector =
    [
        ("Form.Role", "Dcs"), ("Form.Name", "Robin Example"), ("Form.Email", "robin@example.org"),
        ("Form.From.Day", "1"), ("Form.From.Month", "9"), ("Form.From.Year", "2025"), ("Form.To.Day", ""), ("Form.To.Month", ""), ("Form.To.Year", ""),
    ];

    [Theory]
    [InlineData("/areas/000")]
    [InlineData("/areas/000/contacts/add")]
    [InlineData("/areas/888/contacts/00000000-0000-0000-0000-000000000001")]
    [InlineData("/areas/888/contacts/00000000-0000-0000-0000-000000000001/remove")]
    [InlineData("/areas/000/school-holidays/add")]
    [InlineData("/areas/888/school-holidays/1/remove")]
    public async Task Get_NoSuchArea_ReturnsNotFound(string address)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var answer = await visitor.Client.GetAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/areas/888/contacts/add")]
    [InlineData("/areas/888/school-holidays/add")]
    public async Task Get_LeadInspector_MayNotChangeAnything(string address)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.VisitorAsync(Role.LeadInspector);

        // Act
        var answer = await visitor.Client.GetAsync(address);
        var area = await visitor.OpenAsync("/areas/888");

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(area.QuerySelectorAll("main a[href$='/add']"));
    }

    [Theory]
    [InlineData("", 153)]
    [InlineData("?text=lancash", 1)]
    [InlineData("?text=888", 1)]
    [InlineData("?text=nowhere", 0)]
    [InlineData("?contacts=incomplete", 152)]
    public async Task Get_Areas_ShowsThoseThatMatch(string query, int count)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync("888");
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/areas{query}");

        // Assert
        Assert.Equal(Math.Min(count, 25), page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(count == 0 ? "No area matches" : count == 1 ? "1 area" : $"{count} areas, page 1 of {(count + 24) / 25}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Areas_PageByPageAndLetterByLetter_ShowsEachOnce()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        async Task<List<string>> ReadAsync(string address)
        {
            var names = new List<string>();
            for (string? next = address; next is not null;)
            {
                var page = await visitor.OpenAsync(next);
                names.AddRange(page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!));
                next = page.QuerySelector(".govuk-pagination__next a")?.GetAttribute("href");
            }

            return names;
        }

        var all = await ReadAsync("/areas");
        var letters = (await visitor.OpenAsync("/areas")).QuerySelectorAll(".letters a").Select(link => link.GetAttribute("href")!).Where(link => link != "/areas").ToList();
        var byLetter = new List<string>();
        foreach (var letter in letters)
        {
            byLetter.AddRange(await ReadAsync(letter));
        }

        Assert.Equal(LocalAuthorities.All.Select(area => $"/areas/{area.Code}").Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Equal(all, byLetter);
    }

    [Fact]
    public async Task Get_AreasOfALetter_KeepsTheOtherFilters()
    {
        using var host = new EmptyStoreHost();
        var page = await (await host.CoordinatorAsync()).OpenAsync("/areas?region=London&letter=b");

        Assert.Equal(["Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley"], page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.Equal("true", page.QuerySelector(".letters a[href='/areas?region=London&letter=B']")!.GetAttribute("aria-current"));
        Assert.Equal("B", page.QuerySelector("input[type=hidden][name=letter]")!.GetAttribute("value"));
        Assert.DoesNotContain("Z", page.QuerySelectorAll(".letters a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Post_NewHolder_TakesOverFromTheOneBefore()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var visitor = await host.CoordinatorAsync();

        // Act
        var answer = await visitor.PostAsync("/areas/888/contacts/add", NewDirector);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var directors = (await host.Get<ContactBook>().OfAsync("888")).Where(contact => contact.Role == RecipientRole.Dcs).ToList();
        Assert.Equal([new LocalDate(2025, 8, 31), null], directors.Select(director => director.To));
        var page = await visitor.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Contains("The contact has been added", page.QuerySelector(".govuk-notification-banner--success")!.TextContent);
        Assert.Contains("Robin Example", page.QuerySelector("table")!.TextContent);
        Assert.Contains("dcs@example.org", page.QuerySelector("details")!.TextContent);
    }

    [Fact]
    public async Task Post_MalformedAddress_IsAskedAboutAndKeptIfOneInsists()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var typed = NewDirector.Select(field => field.Item1 == "Form.Email" ? ("Form.Email", "robin at example.org") : field).ToArray();

        // Act
        var asked = await Visitor.ReadAsync(await visitor.PostAsync("/areas/888/contacts/add", typed));
        var kept = await visitor.PostAsync("/areas/888/contacts/add", [.. typed, ("Form.Keep", "keep")]);

        // Assert
        Assert.Contains("in the correct form", asked.QuerySelector("#Form-Email-error")!.TextContent);
        Assert.Equal("robin at example.org", asked.QuerySelector<IHtmlInputElement>("#Form-Email")!.Value);
        Assert.NotNull(asked.QuerySelector("input[name='Form.Keep']"));
        Assert.Contains("Malformed", (await visitor.OpenAsync(kept.Headers.Location!.ToString())).QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task Post_LastDayBeforeFirst_IsRefusedAtTheField()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var contact = await host.EnterAsync("888", RecipientRole.Dcs, "dcs@example.org");
        var visitor = await host.CoordinatorAsync();
        var address = $"/areas/888/contacts/{contact.Id}";

        // Act
        var shown = await visitor.OpenAsync(address);
        var page = await Visitor.ReadAsync(await visitor.PostAsync(
            address,
            ("Form.Name", "Test dcs"), ("Form.Email", "dcs@example.org"),
            ("Form.From.Day", "1"), ("Form.From.Month", "1"), ("Form.From.Year", "2022"), ("Form.To.Day", "31"), ("Form.To.Month", "12"), ("Form.To.Year", "2021")));

        // Assert
        Assert.Equal("2022", shown.QuerySelector<IHtmlInputElement>("#Form-From-Year")!.Value);
        Assert.Contains("must be the same as or after the first day", page.QuerySelector("#Form-To-error")!.TextContent);
    }

    [Fact]
    public async Task Post_Remove_TakesTheContactAway()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var contact = await host.EnterAsync(null, RecipientRole.SecretaryOfStateForHealth, "health@example.org");
        var visitor = await host.CoordinatorAsync();

        // Act
        var answer = await visitor.PostAsync($"/areas/national/contacts/{contact.Id}/remove");

        // Assert
        Assert.Equal("/areas/national?done=contact-removed", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString());
        Assert.Empty(await host.Get<ContactBook>().OfAsync(null));
    }

    [Fact]
    public async Task Post_SchoolHoliday_IsAddedAndRemoved()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var added = await visitor.PostAsync(
            "/areas/888/school-holidays/add",
            ("Form.Name", "October half term"),
            ("Form.From.Day", "27"), ("Form.From.Month", "10"), ("Form.From.Year", "2025"), ("Form.To.Day", "31"), ("Form.To.Month", "10"), ("Form.To.Year", "2025"));
        var page = await visitor.OpenAsync(added.Headers.Location!.ToString());
        var remove = page.QuerySelector("a[href*='/school-holidays/'][href$='/remove']")!.GetAttribute("href")!;
        await visitor.PostAsync(remove);

        // Assert
        Assert.Contains("October half term", page.QuerySelector("main")!.TextContent);
        Assert.Empty(await host.Get<SchoolHolidays>().OfAsync("888"));
    }

    [Fact]
    public async Task Get_AreaWhoseBoardGaveWay_ShowsBothAndTheOneThatIsNotified()
    {
        // Arrange: Surrey's board gave way on 1 April 2026; this inspection is notified before that day.
        using var host = new EmptyStoreHost();
        host.Clock.Reset(Instant.FromUtc(2026, 3, 2, 9, 0));
        await host.PlannedAsync("936", 2026, 4, 13);
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync("/areas/936");

        // Assert
        var boards = page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == "Integrated care boards by date");
        Assert.Equal(2, boards.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Today", boards.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains(boards.QuerySelector("tbody td")!.TextContent, page.QuerySelector("main")!.TextContent.Split("turns to")[1]);
    }

    [Theory]
    [InlineData("?when=before", 42)]
    [InlineData("?when=after", 36)]
    public async Task Get_Boards_ShowsThoseOfTheTime(string query, int count)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/areas/boards{query}");

        // Assert
        Assert.Equal(count, page.QuerySelectorAll("tbody tr").Length);
    }
}

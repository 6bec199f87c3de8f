using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Planning;

public class PlanPageTests
{
    private const string Address = "/inspections/plan";

    private static readonly (string, string)[] Lancashire =
        [("Form.Area", "888"), ("Form.OnSite.Day", "22"), ("Form.OnSite.Month", "9"), ("Form.OnSite.Year", "2025"), ("Form.LeadName", "Alex Example"), ("Form.LeadEmail", "alex@example.org")];

    [Fact]
    public async Task Get_LeadInspector_IsRefused()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.VisitorAsync(Role.LeadInspector);

        // Act
        var answer = await visitor.Client.GetAsync(Address);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Post_Nothing_SaysAtEachFieldWhatToEnter()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(Address, ("Form.LeadName", "Alex Example"), ("Form.LeadEmail", "alex")));

        // Assert
        var links = page.QuerySelectorAll(".govuk-error-summary a");
        Assert.Equal(
            ["Select a local area", "Enter the first on-site day", "Enter an e-mail address in the correct form, like name@example.org"],
            links.Select(link => link.TextContent));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Theory]
    [InlineData("25", "12", "2025", "is not a working day")]
    [InlineData("8", "9", "2025", "10 working days' notice")]
    [InlineData("22", "9", "2099", "the years whose bank holidays are known")]
    public async Task Post_DayThatCannotBe_SaysWhyAtTheDate(string day, string month, string year, string because)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(
            Address, ("Form.Area", "888"), ("Form.OnSite.Day", day), ("Form.OnSite.Month", month), ("Form.OnSite.Year", year), ("Form.Intent", "preview")));

        // Assert
        Assert.Contains(because, page.QuerySelector("#Form-OnSite-error")!.TextContent);
        Assert.Null(page.QuerySelector("#preview"));
    }

    [Fact]
    public async Task Post_Preview_ShowsDatesWarningsPeopleAndEmailsAndKeepsNothing()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        await host.Get<SchoolHolidays>().AddAsync("888", new("Autumn break", new LocalDate(2025, 9, 15), new LocalDate(2025, 9, 19)));
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));

        // Assert
        Assert.Contains("Monday 8 September 2025", page.QuerySelector("main")!.TextContent);
        Assert.Contains("Autumn break", page.QuerySelector(".govuk-warning-text")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("figure").Length);
        Assert.Contains("alex@example.org", page.QuerySelector("main")!.TextContent);
        var mails = page.QuerySelectorAll("details.email");
        Assert.Contains(mails, mail => mail.TextContent.Contains("Dear Test dcs", StringComparison.Ordinal) || mail.TextContent.Contains("Test dcs", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.NotEmpty(mail.QuerySelector("pre")!.TextContent.Trim()));
        Assert.Contains("No inspection has been planned yet", (await visitor.OpenAsync("/inspections")).Body!.TextContent);
    }

    [Fact]
    public async Task Post_PreviewWithoutContacts_ShowsWhoIsMissing()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterAsync("888", Core.Inspections.RecipientRole.Dcs, "director at example.org");
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));

        // Assert
        var people = page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == "Who is told");
        Assert.Contains("Malformed", people.TextContent);
        Assert.Equal(4, people.QuerySelectorAll(".govuk-tag").Count(tag => tag.TextContent == "Missing"));
    }

    [Fact]
    public async Task Post_PlanAfterPreview_KeepsItAndGoesToTheInspection()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));

        // Act
        var answer = await visitor.SendAsync(Address, preview, [.. Lancashire, ("Form.Intent", "plan")]);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split("/inspections/")[1][..36]);
        var person = Assert.Single(await host.Get<ContactBook>().PeopleAsync(id));
        Assert.Equal("alex@example.org", person.Email);
        Assert.NotNull((await visitor.OpenAsync(answer.Headers.Location.ToString())).QuerySelector(".govuk-notification-banner--success"));
    }

    [Fact]
    public async Task Post_PlanSentTwiceAtOnce_PlansOneInspection()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));

        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SendAsync(Address, preview, [.. Lancashire, ("Form.Intent", "plan")])));

        // Assert
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.GetLeftPart(UriPartial.Path)).Distinct());
        Assert.Contains("1 inspection", (await visitor.OpenAsync("/inspections")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Post_PlanAfterSomebodyElsePlannedTheArea_ShowsThatFirst()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));
        await host.PlannedAsync("888", 2025, 10, 6);

        // Act
        var page = await Visitor.ReadAsync(await visitor.SendAsync(Address, preview, [.. Lancashire, ("Form.Intent", "plan")]));

        // Assert
        Assert.Contains("already has an inspection, a visit or a meeting that has not ended", page.QuerySelector("main")!.TextContent);
    }

    /// <summary>All that the area has in the week is named, each as what it is, and what it has besides.</summary>
    [Fact]
    public async Task Post_PreviewInAWeekWithOtherActivities_NamesEachOfThem()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("888", 2025, 11, 10);
        foreach (var (kind, day) in ((string, LocalDate)[])[(InspectionKind.Engagement, new(2025, 9, 24)), (InspectionKind.Thematic, new(2025, 9, 22))])
        {
            Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().PlanAsync("888", kind, day, Recorder.Coordinator));
        }

        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "preview")]));

        // Assert
        var warnings = page.QuerySelectorAll(".govuk-warning-text__text").Select(text => text.TextContent.Replace("Warning", "", StringComparison.Ordinal).Trim()).ToList();
        Assert.Contains("In the same week Lancashire has another: engagement meeting, meets on Wednesday 24 September 2025.", warnings);
        Assert.Contains(warnings, warning => warning.StartsWith("In the same week Lancashire has another: thematic visit, on site from Monday 22 September 2025", StringComparison.Ordinal));
        Assert.Contains(
            "Lancashire already has an inspection, a visit or a meeting that has not ended: full inspection, on site from Monday 10 November 2025 to Friday 14 November 2025.", warnings);
    }

    [Fact]
    public async Task Post_PlanOtherThanPreviewed_ShowsThePreviewAgain()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var answer = await visitor.PostAsync(Address, [.. Lancashire, ("Form.Intent", "plan"), ("Form.Previewed", "888 2025-09-29")]);

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("You changed your answers", (await Visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent);
    }
}

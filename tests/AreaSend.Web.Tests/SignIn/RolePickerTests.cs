using System.Net;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.SignIn;

public class RolePickerTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/patterns")]
    public async Task Get_NoRolePicked_RedirectsToThePicker(string address)
    {
        // Act
        var answer = await factory.NewVisitor().Client.GetAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?from={Uri.EscapeDataString(address)}", answer.Headers.Location!.PathAndQuery);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    public async Task Get_NoRolePicked_ShowsWhatAnybodyMaySee(string address)
    {
        // Act
        var answer = await factory.NewVisitor().Client.GetAsync(address);

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Post_NoRoleChosen_SaysSoAtTheField()
    {
        // Act
        var page = await Visitor.ReadAsync(await factory.NewVisitor().PostAsync(SignInPage.Path));

        // Assert
        Assert.StartsWith("Error: ", page.Title);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal("Select who you want to be", link.TextContent);
        Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/areas?region=north", "/areas?region=north")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org/", "/")]
    [InlineData("", "/")]
    public async Task Post_RoleChosen_GoesBackWithinTheConsoleOnly(string from, string to)
    {
        // Act
        var answer = await factory.NewVisitor().PostAsync($"{SignInPage.Path}?from={Uri.EscapeDataString(from)}", ("Form.Role", "Coordinator"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("localhost", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.Host : "localhost");
        Assert.Equal(to, answer.Headers.Location.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString);
    }

    [Theory]
    [InlineData(Role.Coordinator, "Coordinator", true)]
    [InlineData(Role.LeadInspector, "Lead inspector", false)]
    public async Task Get_RolePicked_ShowsTheRoleAndWhatItMayDo(Role role, string words, bool plans)
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(role);

        // Act
        var page = await visitor.OpenAsync("/");

        // Assert
        Assert.Contains(words, page.QuerySelector(".masthead__role")!.TextContent);
        Assert.Equal(plans, page.QuerySelector("nav a[href='/inspections/plan']") is not null);
        Assert.Equal("Worklist", page.QuerySelector("nav a[aria-current]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Post_RoleChosen_SetsOnlyTheCookiesThatThePrivacyPageNames()
    {
        // Arrange
        var visitor = factory.NewVisitor();
        var named = (await visitor.OpenAsync("/privacy")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent);

        // Act
        var shown = await visitor.Client.GetAsync(SignInPage.Path);
        var picked = await factory.NewVisitor().PostAsync(SignInPage.Path, ("Form.Role", "Coordinator"));

        // Assert
        var set = shown.Headers.GetValues("Set-Cookie").Concat(picked.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(named.Order(), set.Select(cookie => cookie.Split('=')[0]).Concat(["lano", "leaders", "getting-ready"]).Distinct().Order()); // The rooms’ own: Lano/LanoSignInTests, LeadersPageTests, GettingReady/ReadyLinkSignInTests.
        Assert.All(set, cookie => Assert.Contains("httponly", cookie));
    }
}

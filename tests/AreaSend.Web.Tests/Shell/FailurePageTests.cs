using System.Net;
using System.Text.RegularExpressions;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AreaSend.Web.Tests.Shell;

public partial class FailurePageTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Get_PageThatThrows_ShowsAReferenceThatIsInTheLogAndNothingOfTheCause()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.Client.GetAsync(ConsoleFactory.BrokenAddress + "?typed=secret");

        // Assert
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("there is a problem with the service", html);
        Assert.DoesNotContain("cupboard", html);
        var reference = Reference().Match(html).Value;
        var line = Assert.Single(factory.Log, line => line.Level == LogLevel.Error && line.Text.Contains(reference));
        Assert.Equal("The cupboard is bare.", line.Exception!.Message);
        Assert.Contains($"GET {ConsoleFactory.BrokenAddress} ", line.Text);
        Assert.DoesNotContain("secret", line.Text);
    }

    [Fact]
    public async Task Post_PageThatThrows_ShowsThePageToo()
    {
        // Arrange
        using var folder = new TemporaryFolder();
        await using var broken = factory.WithWebHostBuilder(host => host
            .UseSetting("AreaSend:Store:File", folder.File("areasend.db"))
            .ConfigureTestServices(services => services.PostConfigure<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.Events.OnSigningIn = _ => throw new InvalidOperationException("No cookie today."))));
        var visitor = new Visitor(broken.CreateClient());

        // Act
        var answer = await visitor.PostAsync(SignInPage.Path, ("Form.Role", "Coordinator"));

        // Assert
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(factory.Log, line => line.Text.Contains(Reference().Match(html).Value) && line.Exception?.Message == "No cookie today.");
    }

    [Fact]
    public async Task Get_NoSuchPage_ReturnsNotFoundPage()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.Client.GetAsync("/nowhere");

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page not found", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Post_WithoutToken_SaysThatThePageIsOutOfDate()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.Client.PostAsync("/sandbox/patterns/form", new FormUrlEncodedContent([KeyValuePair.Create("_handler", "example")]));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This page had gone out of date", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Put_WithToken_ReturnsPageThatSaysItCannotBeUsedSo()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);
        var token = (await visitor.OpenAsync("/sandbox/patterns/form")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Put, "/");
        request.Headers.Add("RequestVerificationToken", token);

        // Act
        var answer = await visitor.Client.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("This page cannot be used in that way", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData(200, 400)]
    [InlineData(404, 404)]
    [InlineData(9999, 599)]
    public async Task Get_FailurePageByAddress_IsNeverAnAnswerOfSuccess(int asked, int status)
    {
        // Act
        var answer = await factory.NewVisitor().Client.GetAsync($"/failure/{asked}");

        // Assert
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [GeneratedRegex("[2-9BCDFGHJKMNPQRTVWXYZ]{4}-[2-9BCDFGHJKMNPQRTVWXYZ]{4}")]
    private static partial Regex Reference();
}

using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Tests.Shell;

public class SecurityHeadersTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData(ConsoleFactory.BrokenAddress)]
    [InlineData("/css/site.css")]
    [InlineData("/health")]
    public async Task Get_EveryAnswer_CarriesTheHeaders(string address)
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.Client.GetAsync(address);

        // Assert
        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
        Assert.Contains("default-src 'self'", Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"));
    }

    [Fact]
    public async Task Get_Page_IsNotKept()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.Client.GetAsync("/");

        // Assert
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/patterns")]
    [InlineData("/sandbox/patterns/form")]
    public async Task Get_Page_HasNothingInline(string address)
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var page = await visitor.OpenAsync(address);

        // Assert
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onsubmit]"));
        Assert.All(page.QuerySelectorAll("script[src], link[rel=stylesheet]"), file => Assert.StartsWith("/", file.GetAttribute("src") ?? file.GetAttribute("href")));
    }
}

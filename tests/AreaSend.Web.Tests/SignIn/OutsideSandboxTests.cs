using System.Net;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>The console as an inspectorate runs it: sign-in, PostgreSQL, https through a proxy, and nothing of the sandbox.</summary>
public sealed class OutsideSandboxTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly Uri Site = new("https://areasend.example.org/");

    private SignInProvider _provider = null!;
    private Dictionary<string, string> _settings = [];

    public async ValueTask InitializeAsync()
    {
        _provider = await SignInProvider.StartAsync(Site);
        _settings = new()
        {
            ["AreaSend:Sandbox"] = "false",
            ["AreaSend:Engine:SiteAddress"] = Site.ToString(),
            ["AreaSend:SignIn:ClientSecret"] = SignInProvider.Secret,
            ["AreaSend:Store:Provider"] = "Postgres",
            ["AreaSend:Store:ConnectionString"] = await server.CreateDatabaseAsync(),
            ["AreaSend:Scanner:Use"] = "clamd",
            ["AreaSend:Scanner:Clamd:Host"] = "localhost",
            ["AreaSend:Mail:Sender"] = "SendGrid",
            ["AreaSend:Mail:SendGrid:ApiKey"] = "no key of anybody's",
            ["AreaSend:Mail:OfstedFrom"] = "ofsted@example.org",
            ["AreaSend:Mail:CqcFrom"] = "cqc@example.org",
            ["AreaSend:Proxies"] = "10.1.0.0/16, 192.0.2.7",
        };
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Host_OutsideTheSandbox_StartsWithSignInAndNothingOfTheSandbox()
    {
        await using var host = new SignedInHost(_provider, _settings, Site);
        var pat = await host.SignedInAsync("pat");

        var page = await pat.Visitor.OpenAsync("/");

        Assert.Empty(page.QuerySelectorAll(".govuk-phase-banner, a[href='/sandbox/clock']"));
        Assert.Equal(HttpStatusCode.NotFound, (await pat.Client.GetAsync("/sandbox/clock")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pat.Client.GetAsync("/sandbox/patterns")).StatusCode);
    }

    /// <summary>PostgreSQL makes a page wait where SQLite never does: what would be drawn before all has been read fails here and nowhere else.</summary>
    [Fact]
    public async Task Get_PagesThatRead_AreDrawnWhole()
    {
        await using var host = new SignedInHost(_provider, _settings, Site);
        var pat = await host.SignedInAsync("pat");

        foreach (var address in (string[])["/", "/inspections", "/schedule", "/schedule/months", "/programme", "/programme/quarters", "/programme/load", "/programme/propose",
            "/programme/302", "/areas", "/areas/302", "/calendar", "/calendar/by-hand", "/calendar/what-if", "/calendar/feeds"])
        {
            var status = (await pat.Client.GetAsync(address)).StatusCode;
            Assert.True(status is HttpStatusCode.OK, $"{address}: {status}");
        }
    }

    [Fact]
    public async Task Answer_OutsideTheSandbox_KeepsCookiesAndPagesToHttps()
    {
        await using var host = new SignedInHost(_provider, _settings, Site);
        var person = host.NewPerson();

        var start = await person.Client.GetAsync("/sign-in/start");
        var entered = await person.Client.GetAsync(await person.ToProviderAsync("pat"));

        Assert.Equal("max-age=31536000", start.Headers.GetValues("Strict-Transport-Security").Single());
        var cookies = start.Headers.GetValues("Set-Cookie").Concat(entered.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("other.example.org", "/", HttpStatusCode.BadRequest)]
    [InlineData("10.1.2.3", "/health/live", HttpStatusCode.OK)]
    [InlineData("areasend.example.org", "/help", HttpStatusCode.OK)]
    public async Task Get_UnderAName_IsAnsweredUnderTheSitesOwn(string name, string address, HttpStatusCode expected)
    {
        await using var host = new SignedInHost(_provider, _settings, Site);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = name;

        Assert.Equal(expected, (await host.NewPerson().Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Session_BegunAtOneReplica_HoldsAtTheOtherAndAfterARestart()
    {
        await using var first = new SignedInHost(_provider, _settings, Site);
        await using var second = new SignedInHost(_provider, _settings, Site);
        var pat = await first.SignedInAsync("pat");
        var form = await pat.Visitor.OpenAsync("/areas/888/school-holidays/add");
        await first.DisposeAsync();

        var there = second.WithCookiesOf(pat);

        Assert.True(await there.IsInAsync());
        var sent = await there.Visitor.SendAsync(
            "/areas/888/school-holidays/add", form, ("Form.Name", "Autumn half term"),
            ("Form.From.Day", "20"), ("Form.From.Month", "10"), ("Form.From.Year", "2031"), ("Form.To.Day", "24"), ("Form.To.Month", "10"), ("Form.To.Year", "2031"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Theory]
    [InlineData("10.1.0.0/33")]
    [InlineData("the proxy")]
    public void Start_WithAProxyThatIsNoAddress_IsRefusedWithASentence(string proxy)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AreaSend:Proxies"] = proxy }).Build();

        Assert.False(AreaSend.Web.Hosting.HostSettings.TryRead(configuration, out _, out var refusal));
        Assert.Equal($"AreaSend:Proxies has \"{proxy}\": write an address such as 10.0.0.4 or a network such as 10.0.0.0/16, with commas between several.", refusal);
    }

    /// <summary>Half of what checkpoints need would look as though they were written.</summary>
    [Theory]
    [InlineData("Container", "https://account.blob.example.org/checkpoints", "Checkpoints have a place and no key")]
    [InlineData("VaultKey", "https://vault.example.org/keys/checkpoints", "Checkpoints have a key and no place")]
    public void Start_WithHalfOfWhatCheckpointsNeed_IsRefusedWithASentence(string setting, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["AreaSend:Sandbox"] = "false", [$"AreaSend:Checkpoints:{setting}"] = value };

        Assert.False(AreaSend.Web.Hosting.HostSettings.TryRead(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), out _, out var refusal));
        Assert.Contains(said, refusal, StringComparison.Ordinal);
    }
}

using System.Net;
using AreaSend.Testing;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Tests.Shell;

/// <summary>Whatever the console asks over HTTP may be slow or away: each client has the standard handler for that.</summary>
public sealed class OutgoingHttpTests
{
    [Fact]
    public async Task Clients_OfTheConsole_HaveTheStandardResilienceHandler()
    {
        await using var host = Host();

        Assert.Superset(
            new HashSet<string> { "SendGrid", "GovukNotify", OpenIdSignIn.HttpClientName },
            OutgoingHttp.Clients(host.Services).ToHashSet());
        Assert.Empty(OutgoingHttp.WithoutResilience(host.Services));
    }

    [Fact]
    public void Clients_OneWithoutTheHandler_IsNamed()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("bare").ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddHttpClient("resilient").AddStandardResilienceHandler();
        using var host = services.BuildServiceProvider();

        Assert.Equal(["bare", "resilient"], OutgoingHttp.Clients(host));
        Assert.Equal(["bare"], OutgoingHttp.WithoutResilience(host));
    }

    [Fact]
    public async Task Provider_ForAMomentAway_IsAskedAgainForItsKeysAndNotForATokenThatIsGoodOnce()
    {
        await using var host = Host();
        var asked = 0;
        await using var provider = await HttpStub.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Method == "POST" || ++asked == 1 ? 503 : 200;
            return Task.CompletedTask;
        });
        var client = host.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdSignIn.Scheme).Backchannel;

        using var keys = await client.GetAsync(new Uri(provider.Address, "/keys"), TestContext.Current.CancellationToken);
        using var token = await client.PostAsync(new Uri(provider.Address, "/token"), null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (keys.StatusCode, token.StatusCode));
        Assert.Equal(["GET /keys", "GET /keys", "POST /token"], provider.Requests.Select(request => $"{request.Method} {request.Path}"));
    }

    // With all that has clients of its own: people who sign in, and the Functions app as engine.
    private static ConsoleFactory Host() => new()
    {
        Settings =
        {
            ["AreaSend:SignIn:Authority"] = "http://localhost:9",
            ["AreaSend:SignIn:ClientId"] = "areasend",
            ["AreaSend:SignIn:ClientSecret"] = "fictional",
            ["AreaSend:Engine"] = "DurableFunctions",
            ["AreaSend:Functions:Address"] = "http://localhost:7071",
            ["AreaSend:Functions:QueueConnectionString"] = "UseDevelopmentStorage=true",
        },
    };
}

using AreaSend.Functions.Hosting;
using AreaSend.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>Whatever the app asks over HTTP may be slow or away: each client has the standard handler for that.</summary>
public class OutgoingHttpTests
{
    [Fact]
    public async Task Clients_OfTheApp_HaveTheStandardResilienceHandler()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AreaSend:Sandbox", "true")]).Build();
        await using var app = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddEngineServices(configuration, AppContext.BaseDirectory)
            .BuildServiceProvider();

        Assert.Superset(new HashSet<string> { "SendGrid", "GovukNotify" }, OutgoingHttp.Clients(app).ToHashSet());
        Assert.Empty(OutgoingHttp.WithoutResilience(app));
    }
}

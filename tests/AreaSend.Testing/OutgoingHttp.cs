using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace AreaSend.Testing;

/// <summary>The HTTP clients that a host has, found by what it was given and not by a list of them.</summary>
public static class OutgoingHttp
{
    /// <summary>The names of all clients that were set up.</summary>
    public static IReadOnlyList<string> Clients(IServiceProvider host) =>
    [
        .. host.GetServices<IConfigureOptions<HttpClientFactoryOptions>>().OfType<ConfigureNamedOptions<HttpClientFactoryOptions>>()
            .Select(options => options.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Those of them that would ask without the standard resilience handler.</summary>
    public static IReadOnlyList<string> WithoutResilience(IServiceProvider host)
    {
        var handlers = host.GetRequiredService<IHttpMessageHandlerFactory>();
        return [.. Clients(host).Where(client => !Chain(handlers.CreateHandler(client)).OfType<ResilienceHandler>().Any())];
    }

    private static IEnumerable<HttpMessageHandler> Chain(HttpMessageHandler handler) =>
        handler is DelegatingHandler { InnerHandler: { } inner } ? [handler, .. Chain(inner)] : [handler];
}

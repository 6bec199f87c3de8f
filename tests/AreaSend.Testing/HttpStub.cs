using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AreaSend.Testing;

/// <summary>A local HTTP server that answers as a test says and remembers what it was asked: stands for someone else's service.</summary>
public sealed class HttpStub : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<HttpStubRequest> _requests = new();

    private HttpStub(WebApplication application) => _application = application;

    /// <summary>Where it listens: loopback, a free port.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Every request so far, in order of arrival.</summary>
    public IReadOnlyList<HttpStubRequest> Requests => [.. _requests];

    /// <summary>Starts a server that gives each request to <paramref name="answer"/>; the body has been read and can be read again.</summary>
    public static async Task<HttpStub> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var stub = new HttpStub(application);
        application.Run(async context =>
        {
            stub._requests.Enqueue(await HttpStubRequest.ReadAsync(context.Request));
            await answer(context);
        });
        await application.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

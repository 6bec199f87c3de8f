using System.Net.Sockets;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>
/// What <c>deploy/Caddyfile</c> does, without its certificates: a request goes to one replica after the other in turn, and to the next where nobody listens; one
/// that was begun is never sent twice, and fails where its replica dies.
/// </summary>
internal sealed class EitherReplica(Func<int?[]> ports) : HttpMessageHandler
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    // A connection for each request: one that was kept would be found dead only after the request had been written to it.
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero });

    private int _turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var asked = request.RequestUri!;
        (request.Headers.Host, request.Headers.ConnectionClose) = (asked.Authority, true);
        request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
        request.Headers.Add("X-Forwarded-For", "203.0.113.80");
        while (true)
        {
            if (ports() is var listening && listening[Interlocked.Increment(ref _turn) % listening.Length] is { } port)
            {
                try
                {
                    request.RequestUri = new UriBuilder(asked) { Scheme = "http", Host = "127.0.0.1", Port = port }.Uri;
                    var answer = await _network.SendAsync(request, cancellation);
                    await answer.Content.LoadIntoBufferAsync(cancellation);
                    return answer;
                }
                catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConnectionError && problem.InnerException is SocketException)
                {
                    // Not begun: the next one.
                }
                finally
                {
                    request.RequestUri = asked;
                }
            }

            await Task.Delay(BetweenLooks, cancellation);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _network.Dispose();
        base.Dispose(disposing);
    }
}

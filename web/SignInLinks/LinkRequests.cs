using System.Threading.Channels;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// What somebody asked for, a sign-in link for an address, worked off one by one beside the requests, so that an answer takes as long for an address
/// that is nobody's. What is lost with the process is asked for again.
/// </summary>
internal sealed class LinkRequests(ILogger<LinkRequests> logger) : BackgroundService
{
    private readonly Channel<Func<CancellationToken, Task>> _asked = Channel.CreateBounded<Func<CancellationToken, Task>>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes a request. Never waits.</summary>
    public void Take(Func<CancellationToken, Task> request) => _asked.Writer.TryWrite(request);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await foreach (var request in _asked.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await request(stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                GuestSignInLog.NotAnswered(logger, problem);
            }
        }
    }
}

using System.Threading.Channels;
using AreaSend.Services.Background;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// What somebody asked for, a sign-in link for an address, worked off one by one beside the requests, so that an answer takes as long for an address
/// that is nobody's. What is lost with the process is asked for again.
/// </summary>
internal sealed class LinkRequests(ILogger<LinkRequests> logger) : Rounds
{
    private readonly Channel<Func<CancellationToken, Task>> _asked = Channel.CreateBounded<Func<CancellationToken, Task>>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes a request. Never waits.</summary>
    public void Take(Func<CancellationToken, Task> request) => _asked.Writer.TryWrite(request);

    // The next request is somebody else's and waits for nothing.
    protected override TimeSpan AfterFailure => TimeSpan.Zero;

    // The queue does the waiting.
    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        var request = await _asked.Reader.ReadAsync(stopping);
        await request(stopping);
        return TimeSpan.Zero;
    }

    protected override void Failed(Exception problem) => GuestSignInLog.NotAnswered(logger, problem);
}

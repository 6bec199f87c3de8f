using System.Threading.Channels;
using AreaSend.Services.Lanos;

namespace AreaSend.Web.Lano;

/// <summary>
/// Addresses for which somebody asked for a sign-in link, worked off one by one beside the requests, so that an answer takes as long for an address that
/// is nobody's. One that is lost with the process is asked for again.
/// </summary>
internal sealed class LinkRequests(LanoAccess access, ILogger<LinkRequests> logger) : BackgroundService
{
    private readonly Channel<string> asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes a request. Never waits.</summary>
    public void Take(string address) => asked.Writer.TryWrite(address);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await foreach (var address in asked.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await access.AskAsync(address, stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LanoHostLog.NotAnswered(logger, problem);
            }
        }
    }
}

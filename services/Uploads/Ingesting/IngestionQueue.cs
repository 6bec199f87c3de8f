using System.Threading.Channels;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Tells this process's ingestion that a document has come in. What is lost with the process, the sweep finds.</summary>
public sealed class IngestionQueue
{
    private readonly Channel<Guid> _arrivals = Channel.CreateBounded<Guid>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A document has come in. Never blocks.</summary>
    public void Announce(Guid document) => _arrivals.Writer.TryWrite(document);

    /// <summary>The next document that has come in; null when none has for so long.</summary>
    public async Task<Guid?> NextAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            return await _arrivals.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}

using System.Threading.Channels;

namespace AreaSend.Services.Store;

/// <summary>What has changed since somebody last looked.</summary>
/// <param name="Inspections">The inspections that have changed.</param>
/// <param name="More">Something changed that concerns no one inspection, such as a contact or the clock.</param>
public sealed record Changes(IReadOnlyCollection<Guid> Inspections, bool More);

/// <summary>
/// Tells the engine of this process which inspections have changed, so that it looks before their time. What is raised before anybody listens is kept;
/// raised again, it is raised once.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _changing = new();
    private HashSet<Guid> _inspections = [];
    private bool _more;

    /// <summary>Something was recorded of an inspection. Never blocks.</summary>
    public void Raise(Guid inspection)
    {
        lock (_changing)
        {
            _inspections.Add(inspection);
        }

        _raised.Writer.TryWrite(true);
    }

    /// <summary>Something changed that any number of inspections may wait for. Never blocks.</summary>
    public void Raise()
    {
        lock (_changing)
        {
            _more = true;
        }

        _raised.Writer.TryWrite(true);
    }

    /// <summary>Waits for a change, at most so long.</summary>
    /// <returns>What changed; null when the time is up and nothing did.</returns>
    public async Task<Changes?> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            await _raised.Reader.ReadAsync(limit.Token);
            return Take();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private Changes Take()
    {
        lock (_changing)
        {
            var changes = new Changes(_inspections, _more);
            (_inspections, _more) = ([], false);
            return changes;
        }
    }
}

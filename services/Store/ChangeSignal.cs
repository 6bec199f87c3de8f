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
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock changing = new();
    private HashSet<Guid> inspections = [];
    private bool more;

    /// <summary>Something was recorded of an inspection. Never blocks.</summary>
    public void Raise(Guid inspection)
    {
        lock (changing)
        {
            inspections.Add(inspection);
        }

        raised.Writer.TryWrite(true);
    }

    /// <summary>Something changed that any number of inspections may wait for. Never blocks.</summary>
    public void Raise()
    {
        lock (changing)
        {
            more = true;
        }

        raised.Writer.TryWrite(true);
    }

    /// <summary>Waits for a change, at most so long.</summary>
    /// <returns>What changed; null when the time is up and nothing did.</returns>
    public async Task<Changes?> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            await raised.Reader.ReadAsync(limit.Token);
            return Take();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private Changes Take()
    {
        lock (changing)
        {
            var changes = new Changes(inspections, more);
            (inspections, more) = ([], false);
            return changes;
        }
    }
}

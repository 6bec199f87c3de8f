namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Lets one worker of this process at a time have a document. Two hosts may still have one at once; the store settles that.</summary>
internal sealed class DocumentLocks
{
    private readonly Dictionary<Guid, DocumentLock> _locks = [];

    /// <summary>Waits for the document; dispose what is returned to pass it on.</summary>
    public async Task<IDisposable> TakeAsync(Guid document, CancellationToken cancellation)
    {
        DocumentLock held;
        lock (_locks)
        {
            held = _locks.TryGetValue(document, out var taken) ? taken : _locks[document] = new DocumentLock(this, document);
            held.Wanted++;
        }

        try
        {
            await held.Gate.WaitAsync(cancellation);
            return held;
        }
        catch
        {
            held.Leave();
            throw;
        }
    }

    private sealed class DocumentLock(DocumentLocks owner, Guid document) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Wanted { get; set; }

        public void Dispose()
        {
            Gate.Release();
            Leave();
        }

        public void Leave()
        {
            lock (owner._locks)
            {
                if (--Wanted == 0)
                {
                    owner._locks.Remove(document);
                }
            }
        }
    }
}

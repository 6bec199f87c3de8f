namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Lets one worker of this process at a time have a document. Two hosts may still have one at once; the store settles that.</summary>
internal sealed class DocumentLocks
{
    private readonly Dictionary<Guid, Turn> _turns = [];

    /// <summary>Waits for the document; dispose what is returned to pass it on.</summary>
    public async Task<IDisposable> TakeAsync(Guid document, CancellationToken cancellation)
    {
        Turn turn;
        lock (_turns)
        {
            turn = _turns.TryGetValue(document, out var taken) ? taken : _turns[document] = new Turn(this, document);
            turn.Wanted++;
        }

        try
        {
            await turn.Gate.WaitAsync(cancellation);
            return turn;
        }
        catch
        {
            turn.Leave();
            throw;
        }
    }

    private sealed class Turn(DocumentLocks owner, Guid document) : IDisposable
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
            lock (owner._turns)
            {
                if (--Wanted == 0)
                {
                    owner._turns.Remove(document);
                }
            }
        }
    }
}

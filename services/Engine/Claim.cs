using Microsoft.EntityFrameworkCore.Storage;

namespace AreaSend.Services.Engine;

/// <summary>Work in hand, and what keeps it there: a transaction, or the lock of whoever writes.</summary>
internal sealed class Claim<T>(T found, IDbContextTransaction? transaction = null, IDisposable? writer = null) : IAsyncDisposable
{
    public T Found => found;

    public Task CommitAsync(CancellationToken cancellation) => transaction?.CommitAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        writer?.Dispose();
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
    }
}

using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>Everything that is due at one moment, done: inspections taken forward, and what that puts into the outbox sent.</summary>
public sealed class EngineTurn(StoreDatabase database, InspectionAdvance advance, OutboxRunner outbox, IOptions<EngineOptions> options)
{
    /// <summary>Works until nothing is due by now. Several at once share the work and double none of it.</summary>
    /// <param name="now">The present moment; what becomes due later is left for the next turn.</param>
    /// <param name="cancellation">Stops after the piece of work in hand.</param>
    /// <returns>How many pieces of work there were.</returns>
    public async Task<int> RunAsync(Instant now, CancellationToken cancellation = default)
    {
        var workers = database.Provider == StoreProvider.Sqlite ? 1 : Math.Max(1, options.Value.Workers);
        if (workers == 1)
        {
            return await WorkAsync(now, cancellation);
        }

        var (done, before) = (0, -1);

        // A worker stops when it finds nothing, while another may still be making work.
        while (done != before)
        {
            before = done;
            done += (await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(now, cancellation), cancellation)))).Sum();
        }

        return done;
    }

    private async Task<int> WorkAsync(Instant now, CancellationToken cancellation)
    {
        var done = 0;
        while (!cancellation.IsCancellationRequested
            && (await advance.AdvanceNextDueAsync(now, cancellation) || await outbox.SendNextDueAsync(now, cancellation)))
        {
            done++;
        }

        return done;
    }
}

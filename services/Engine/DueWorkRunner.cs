using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>Everything that is due at one moment, done: inspections taken forward, and what that puts into the outbox sent.</summary>
public sealed class DueWorkRunner(StoreDatabase database, EngineWork work, InspectionAdvance advance, OutboxRunner outbox, IOptions<EngineOptions> options)
{
    // What a fact brought about meanwhile does not wait for a long queue of e-mails.
    private const int MostNotices = 20;

    /// <summary>Works until nothing is due by now. Several at once share the work and double none of it.</summary>
    /// <param name="now">The present moment; what becomes due later is left for the next pass.</param>
    /// <param name="cancellation">Stops after the piece of work in hand.</param>
    /// <returns>How many pieces of work there were.</returns>
    public async Task<int> RunAsync(Instant now, CancellationToken cancellation = default)
    {
        var workers = database.Provider == StoreProvider.Sqlite ? 1 : Math.Max(1, options.Value.Workers);
        if (workers == 1)
        {
            return await WorkAsync(now, cancellation);
        }

        // A worker stops when it finds nothing, while another may still be making work; and what is due may be in the hands of another host.
        var (done, round) = (0, -1);
        while (round != 0 && await work.NextByClockAsync(cancellation) <= now)
        {
            round = (await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(now, cancellation), cancellation)))).Sum();
            done += round;
        }

        return done;
    }

    private async Task<int> WorkAsync(Instant now, CancellationToken cancellation)
    {
        var (done, sent) = (0, MostNotices);

        // To send a notice wakes no inspection: when all are sent, nothing is due.
        while (sent == MostNotices && !cancellation.IsCancellationRequested)
        {
            done += await AdvanceAsync(now, cancellation);
            sent = await SendAsync(now, cancellation);
            done += sent;
        }

        return done;
    }

    private async Task<int> AdvanceAsync(Instant now, CancellationToken cancellation)
    {
        var advanced = 0;
        while (!cancellation.IsCancellationRequested && await advance.AdvanceDueAsync(now, cancellation) is > 0 and var more)
        {
            advanced += more;
        }

        return advanced;
    }

    private async Task<int> SendAsync(Instant now, CancellationToken cancellation)
    {
        var sent = 0;
        while (sent < MostNotices && !cancellation.IsCancellationRequested && await outbox.SendNextDueAsync(now, cancellation))
        {
            sent++;
        }

        return sent;
    }
}

using AreaSend.Services.Engine;
using NodaTime;

namespace AreaSend.Web.Engine;

/// <summary>
/// Looks at the start, and then every quarter of an hour, whether the engine does its work, whichever it is and wherever it runs, for whoever collects the
/// metrics.
/// </summary>
internal sealed class EngineWatchRounds(EngineWatch watch, IClock clock, ILogger<EngineWatchRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(Every);
        do
        {
            try
            {
                await watch.LookAsync(clock.GetCurrentInstant(), stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                EngineHostLog.WatchFailed(logger, problem);
            }
        }
        while (await rounds.WaitForNextTickAsync(stopping));
    }
}

using AreaSend.Services.Engine;
using NodaTime;

namespace AreaSend.Web.Engine;

/// <summary>Looks every quarter of an hour whether this host's engine does its work, for whoever collects the metrics.</summary>
internal sealed class EngineWatchRounds(EngineWatch watch, IClock clock, ILogger<EngineWatchRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(Every);
        while (await rounds.WaitForNextTickAsync(stopping))
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
    }
}

using AreaSend.Services.Background;
using AreaSend.Services.Engine;
using NodaTime;

namespace AreaSend.Web.Engine;

/// <summary>
/// Looks at the start, and then every quarter of an hour, whether the engine does its work, whichever it is and wherever it runs, for whoever collects the
/// metrics.
/// </summary>
internal sealed class EngineWatchRounds(EngineWatch watch, IClock clock, ILogger<EngineWatchRounds> logger) : TimedRounds
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(15);

    protected override Task WorkAsync(CancellationToken stopping) => watch.LookAsync(clock.GetCurrentInstant(), stopping);

    protected override void Failed(Exception problem) => EngineHostLog.WatchFailed(logger, problem);
}

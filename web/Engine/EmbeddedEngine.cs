using AreaSend.Services.Background;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Engine;

/// <summary>
/// The engine for one machine: does what is due, sleeps until the next moment at which anything falls due, or until something is recorded.
/// It holds no state of its own: stopped or killed at any instant, it goes on from the store.
/// </summary>
internal sealed class EmbeddedEngine(DueWorkRunner due, EngineWork work, ChangeSignal signal, IClock clock, EngineState state, ILogger<EmbeddedEngine> logger)
    : Rounds
{
    // Another host on the same database cannot tell this one of changes, and a laptop's clock jumps when it wakes.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    // What is due but in another host's hands is worth another look soon.
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(200);

    // It can be told of work while it waits for the database to come back, too.
    protected override Task WaitAsync(TimeSpan atMost, CancellationToken stopping) => signal.WaitAsync(atMost, stopping);

    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        await due.RunAsync(clock.GetCurrentInstant(), stopping);
        state.Looked(clock.GetCurrentInstant());
        return await work.NextByClockAsync(stopping) is { } next ? Until(next) : LongestSleep;
    }

    // The database is away: nothing else reaches here, since what fails in one inspection or notice is noted on it.
    protected override void Failed(Exception problem)
    {
        EngineHostLog.RoundFailed(logger, problem);
        state.Failed($"The engine could not look for work: {problem.Message}");
    }

    private TimeSpan Until(Instant next)
    {
        var sleep = (next - clock.GetCurrentInstant()).ToTimeSpan();
        return sleep < ShortestSleep ? ShortestSleep : sleep > LongestSleep ? LongestSleep : sleep;
    }
}

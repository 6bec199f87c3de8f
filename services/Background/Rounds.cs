using Microsoft.Extensions.Hosting;

namespace AreaSend.Services.Background;

/// <summary>
/// Work that is done again and again beside the requests, for as long as the host runs. A round that fails is said, and another comes after a while:
/// the database or storage may be away, and nobody restarts a host for that.
/// </summary>
public abstract class Rounds : BackgroundService
{
    /// <summary>From a round that failed to the next.</summary>
    protected virtual TimeSpan AfterFailure => TimeSpan.FromSeconds(5);

    /// <summary>Rounds until there is no next one. A class that has something to do before them, or several at a time, calls this when it is ready.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatAsync(RoundAsync, stoppingToken);

    /// <summary>One round.</summary>
    /// <returns>How long until the next; null when the work is done for good.</returns>
    protected abstract Task<TimeSpan?> RoundAsync(CancellationToken stopping);

    /// <summary>Says that a round failed.</summary>
    protected abstract void Failed(Exception problem);

    /// <summary>Waits between two rounds. A class that can be told of work ends it then.</summary>
    protected virtual Task WaitAsync(TimeSpan atMost, CancellationToken stopping) => Task.Delay(atMost, stopping);

    /// <summary>Does something until it succeeds once.</summary>
    protected Task OnceAsync(Func<CancellationToken, Task> work, CancellationToken stopping) => RepeatAsync(
        async cancellation =>
        {
            await work(cancellation);
            return null;
        },
        stopping);

    private async Task RepeatAsync(Func<CancellationToken, Task<TimeSpan?>> round, CancellationToken stopping)
    {
        while (await TryAsync(round, stopping) is { } next)
        {
            await WaitAsync(next, stopping);
        }
    }

    private async Task<TimeSpan?> TryAsync(Func<CancellationToken, Task<TimeSpan?>> round, CancellationToken stopping)
    {
        try
        {
            return await round(stopping);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Failed(problem);
            return AfterFailure;
        }
    }
}

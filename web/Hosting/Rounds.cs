namespace AreaSend.Web.Hosting;

/// <summary>Work that is done again and again beside the requests: a round that fails is said, and the next one comes at its time.</summary>
internal abstract class Rounds : BackgroundService
{
    /// <summary>Time from one round to the next.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>The first round begins with the host, which does not wait for it; else after <see cref="Every"/>.</summary>
    protected virtual bool BeginAtOnce => true;

    /// <summary>What tells the time between rounds, where that is not the machine.</summary>
    public TimeProvider? Time { get; init; }

    protected sealed override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var rounds = Time is { } time ? new PeriodicTimer(Every, time) : new PeriodicTimer(Every);
        if (BeginAtOnce)
        {
            await TryAsync(stopping);
        }

        while (await rounds.WaitForNextTickAsync(stopping))
        {
            await TryAsync(stopping);
        }
    }

    /// <summary>One round.</summary>
    protected abstract Task RoundAsync(CancellationToken stopping);

    /// <summary>Says that a round failed.</summary>
    protected abstract void Failed(Exception problem);

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await RoundAsync(stopping);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Failed(problem);
        }
    }
}

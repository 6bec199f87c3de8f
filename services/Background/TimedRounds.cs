namespace AreaSend.Services.Background;

/// <summary>Rounds that come at their time, whatever became of the one before.</summary>
public abstract class TimedRounds : Rounds
{
    private PeriodicTimer? _times;

    /// <summary>What tells the time between rounds, where that is not the machine.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Time from one round to the next.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>The first round begins with the host, which does not wait for it; else after <see cref="Every"/>.</summary>
    protected virtual bool BeginAtOnce => true;

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var times = Time is { } time ? new PeriodicTimer(Every, time) : new PeriodicTimer(Every);
        _times = times;
        if (!BeginAtOnce)
        {
            await WaitAsync(Every, stoppingToken);
        }

        await base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected sealed override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        await WorkAsync(stopping);
        return Every;
    }

    /// <inheritdoc />
    protected sealed override Task WaitAsync(TimeSpan atMost, CancellationToken stopping) => _times!.WaitForNextTickAsync(stopping).AsTask();

    /// <summary>What a round does.</summary>
    protected abstract Task WorkAsync(CancellationToken stopping);
}

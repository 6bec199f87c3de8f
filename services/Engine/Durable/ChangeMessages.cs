using AreaSend.Services.Background;
using AreaSend.Services.Store;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Engine.Durable;

/// <summary>
/// Listens for changes in the engine's place, and nudges the durable engine for each inspection that changed and for no other; where what changed concerns
/// no one inspection, for each with something due. What is due stands in the store, so a message that is lost costs minutes: the reconciliation finds the same.
/// </summary>
internal sealed class ChangeMessages(ChangeSignal signal, EngineWork work, EngineQueue queue, IClock clock, ILogger<ChangeMessages> logger) : Rounds
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // The next change waits for nothing, whatever became of the one before.
    protected override TimeSpan AfterFailure => TimeSpan.Zero;

    // The signal does the waiting.
    protected override async Task<TimeSpan?> RoundAsync(CancellationToken stopping)
    {
        await NudgeAsync(await signal.WaitAsync(Longest, stopping), stopping);
        return TimeSpan.Zero;
    }

    protected override void Failed(Exception problem) => EngineLog.NotNudged(logger, problem);

    private async Task NudgeAsync(Changes? changes, CancellationToken cancellation)
    {
        var changed = changes?.Inspections ?? [];
        foreach (var inspection in changes is { More: false } ? changed : changed.Union(await work.DueAsync(clock.GetCurrentInstant(), cancellation)))
        {
            await queue.NudgeAsync(inspection, cancellation);
        }
    }
}

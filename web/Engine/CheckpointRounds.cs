using AreaSend.Services.Checkpoints;

namespace AreaSend.Web.Engine;

/// <summary>Looks each minute whether a checkpoint is due: one a day, and one after each publication. Does nothing where none is configured.</summary>
internal sealed class CheckpointRounds(CheckpointWriting checkpoints, ILogger<CheckpointRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(Every);
        while (await rounds.WaitForNextTickAsync(stopping))
        {
            try
            {
                if (await checkpoints.WriteIfDueAsync(stopping) is { Count: > 0 } wrong)
                {
                    EngineHostLog.CheckpointRefused(logger, wrong.Count, wrong[0]);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                EngineHostLog.CheckpointFailed(logger, problem);
            }
        }
    }
}

using AreaSend.Services.Background;
using AreaSend.Services.Checkpoints;

namespace AreaSend.Web.Engine;

/// <summary>Looks each minute whether a checkpoint is due: one a day, and one after each publication. Does nothing where none is configured.</summary>
internal sealed class CheckpointRounds(CheckpointWriting checkpoints, ILogger<CheckpointRounds> logger) : TimedRounds
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override bool BeginAtOnce => false;

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        if (await checkpoints.WriteIfDueAsync(stopping) is { Count: > 0 } wrong)
        {
            EngineHostLog.CheckpointRefused(logger, wrong.Count, wrong[0]);
        }
    }

    protected override void Failed(Exception problem) => EngineHostLog.CheckpointFailed(logger, problem);
}

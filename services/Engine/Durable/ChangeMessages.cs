using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Engine.Durable;

/// <summary>
/// Listens to the bell in the engine's place, and nudges the durable engine for each inspection with something due. What is due stands in the
/// store, so a message that is lost costs minutes: the reconciliation finds the same.
/// </summary>
internal sealed class ChangeMessages(EngineBell bell, InspectionsInCare inspections, IInspectionEngine engine, IClock clock, ILogger<ChangeMessages> logger)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Longest, stopping);
                await NudgeDueAsync(stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                EngineLog.NotNudged(logger, problem);
            }
        }
    }

    internal async Task NudgeDueAsync(CancellationToken cancellation)
    {
        foreach (var inspection in await inspections.DueAsync(clock.GetCurrentInstant(), cancellation))
        {
            await engine.NudgeAsync(inspection, cancellation);
        }
    }
}

using AreaSend.Services.Background;
using AreaSend.Services.Engine;
using AreaSend.Services.Keeping;

namespace AreaSend.Web.Engine;

/// <summary>
/// Each minute: what has been confirmed is disposed of, and where this host is the engine, the night's proposals are made. With the Functions app as engine its
/// timer proposes.
/// </summary>
internal sealed class KeepingRounds(KeepingRound round, Disposal disposal, IConfiguration configuration, ILogger<KeepingRounds> logger) : TimedRounds
{
    private readonly bool _isEngine = EngineChoices.Read(configuration) == EngineChoice.Embedded;

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override bool BeginAtOnce => false;

    protected override Task WorkAsync(CancellationToken stopping) => _isEngine ? round.RunAsync(stopping) : disposal.GoOnAsync(stopping);

    protected override void Failed(Exception problem) => EngineHostLog.KeepingFailed(logger, problem);
}

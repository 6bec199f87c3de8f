using AreaSend.Services.Background;
using AreaSend.Services.GettingReady;

namespace AreaSend.Web.GettingReady;

/// <summary>Looks each hour whether audits of areas are to go. It says nothing of which: whoever reads the log must not learn who gets ready.</summary>
internal sealed class ReadyKeepingRounds(ReadyKeeping keeping, ILogger<ReadyKeepingRounds> logger) : TimedRounds
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override bool BeginAtOnce => false;

    protected override Task WorkAsync(CancellationToken stopping) => keeping.DisposeAsync(stopping);

    protected override void Failed(Exception problem) => ReadyKeepingLog.Failed(logger, problem);
}

internal static partial class ReadyKeepingLog
{
    [LoggerMessage(LogLevel.Error, "Audits that have been kept long enough could not be removed.")]
    public static partial void Failed(ILogger logger, Exception problem);
}

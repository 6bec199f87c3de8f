using AreaSend.Core.Rules;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AreaSend.Functions.Hosting;

/// <summary>Everything that the Functions app writes to its log. No line holds a name or an address.</summary>
internal static partial class FunctionsLog
{
    [LoggerMessage(LogLevel.Warning, "Inspection {Inspection} is past its wake; its orchestration is {Status}.")]
    public static partial void Overdue(ILogger logger, Guid inspection, OrchestrationRuntimeStatus? status);

    [LoggerMessage(LogLevel.Warning, "Inspection {Inspection} had no orchestration at work ({Status}); it has been started.")]
    public static partial void Restarted(ILogger logger, Guid inspection, OrchestrationRuntimeStatus? status);

    [LoggerMessage(LogLevel.Error, "Inspection {Inspection} could not be looked after.")]
    public static partial void NotReconciled(ILogger logger, Exception problem, Guid inspection);

    [LoggerMessage(LogLevel.Warning, "There was not the time for every document in quarantine; the next round goes on.")]
    public static partial void SweepGoesOn(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Messages that were given up could not be counted.")]
    public static partial void PoisonNotCounted(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "The bank holidays held are kept: {Alarm}")]
    public static partial void FeedAlarm(ILogger logger, string alarm);

    [LoggerMessage(LogLevel.Information, "{Count} finished orchestrations were purged.")]
    public static partial void Purged(ILogger logger, int count);
}

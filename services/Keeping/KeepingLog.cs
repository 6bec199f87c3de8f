using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Keeping;

/// <summary>What keeping and disposing says of itself: identifiers and counts.</summary>
internal static partial class KeepingLog
{
    [LoggerMessage(LogLevel.Information, "{Count} inspections or contacts were proposed for disposal.")]
    public static partial void Proposed(ILogger logger, int count);

    [LoggerMessage(LogLevel.Information, "Inspection {Inspection}: disposed of under the rule {Rule}.")]
    public static partial void Disposed(ILogger logger, Guid? inspection, string rule);

    [LoggerMessage(LogLevel.Warning, "Inspection {Inspection} cannot be read, so nothing of it is proposed for disposal: {Because}")]
    public static partial void Unreadable(ILogger logger, Guid inspection, string because);

    [LoggerMessage(LogLevel.Error, "Item {Item} of a confirmed batch could not be disposed of just now; the next round tries again.")]
    public static partial void NotDisposed(ILogger logger, Exception problem, Guid item);
}

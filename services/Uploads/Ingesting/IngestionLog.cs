using AreaSend.Core.Rules;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>What ingestion says of itself, stage by stage. A document is named by its identifier, never by its file name.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(1, LogLevel.Debug, "Document {Document}: in hand.")]
    public static partial void InHand(ILogger logger, Guid document);

    [LoggerMessage(2, LogLevel.Debug, "Document {Document}: downloaded, {Bytes} bytes.")]
    public static partial void Downloaded(ILogger logger, Guid document, long bytes);

    [LoggerMessage(3, LogLevel.Information, "Document {Document}: scanned, no malware found.")]
    public static partial void Scanned(ILogger logger, Guid document);

    [LoggerMessage(4, LogLevel.Debug, "Document {Document}: checked.")]
    public static partial void Checked(ILogger logger, Guid document);

    [LoggerMessage(5, LogLevel.Debug, "Document {Document}: kept for inspectors, not yet recorded.")]
    public static partial void Kept(ILogger logger, Guid document);

    [LoggerMessage(6, LogLevel.Information, "Document {Document}: {Decision}.")]
    public static partial void Decided(ILogger logger, Guid document, string decision);

    [LoggerMessage(7, LogLevel.Warning, "Document {Document} waits, attempt {Attempt}: {Because}")]
    public static partial void Waits(ILogger logger, Guid document, int attempt, string because);

    [LoggerMessage(8, LogLevel.Error, "Document {Document}: its check could not be finished.")]
    public static partial void Failed(ILogger logger, Exception problem, Guid document);

    [LoggerMessage(9, LogLevel.Information, "Document {Document} changed while it was checked, and is checked anew.")]
    public static partial void Changed(ILogger logger, Guid document);

    [LoggerMessage(LogLevel.Error, "Document {Document} had been accepted, and storage has lost it; the area is asked for it again.")]
    public static partial void Lost(ILogger logger, Guid document);

    [LoggerMessage(LogLevel.Critical, "Not one of {Count} accepted documents is in this storage. Is it the one that they were kept in? Nothing was recorded.")]
    public static partial void AllMissing(ILogger logger, int count);
}

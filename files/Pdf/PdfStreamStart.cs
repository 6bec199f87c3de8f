namespace AreaSend.FileChecks.Pdf;

/// <summary>Where a stream's bytes begin.</summary>
/// <param name="Position">In the file.</param>
/// <param name="SaysObjects">Whether what stood before it spoke of an object stream.</param>
internal readonly record struct PdfStreamStart(long Position, bool SaysObjects);

namespace AreaSend.FileChecks.XmlGuards;

/// <summary>A part goes past <see cref="MarkupLimits"/>. Whoever reads it has the sentence for it.</summary>
public sealed class MarkupTooLargeException : Exception;

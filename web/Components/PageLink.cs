namespace AreaSend.Web.Components;

/// <summary>Words that lead somewhere.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Href">Where it leads; null for the page one is on.</param>
/// <param name="Current">The page one is on, or the section it belongs to.</param>
public sealed record PageLink(string Text, string? Href = null, bool Current = false);

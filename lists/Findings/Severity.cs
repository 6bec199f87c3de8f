namespace AreaSend.Lists.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The list is wrong and needs mending.</summary>
    Error,

    /// <summary>The list may be right; somebody should look.</summary>
    Query,
}

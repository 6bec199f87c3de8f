using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Components.Forms;

/// <summary>One thing to choose, in radios, checkboxes or a select.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
public sealed record Choice(string Value, string Text)
{
    /// <summary>A line under the text; not shown in a select.</summary>
    public string? Hint { get; init; }

    /// <summary>A word between this choice and the one before, usually "or". Radios and checkboxes only.</summary>
    public string? DividerBefore { get; init; }

    /// <summary>
    /// Fields shown only while this is chosen, with and without JavaScript; always shown in browsers without the <c>:has</c> of CSS.
    /// Radios and checkboxes only.
    /// </summary>
    public RenderFragment? Conditional { get; init; }

    /// <summary>Shown but not to be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>"None of these": ticking it takes the other ticks away. Checkboxes only, and with JavaScript only: check it on the server too.</summary>
    public bool Exclusive { get; init; }
}

using Microsoft.AspNetCore.Components;

namespace AreaSend.Services.Notices;

/// <summary>A notice as a component. The e-mail's plain-text part is made from what it renders, so both say the same.</summary>
public abstract class NoticeTemplate : ComponentBase
{
    /// <summary>What to write from.</summary>
    [Parameter, EditorRequired]
    public required Notice Notice { get; set; }
}

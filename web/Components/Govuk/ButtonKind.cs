using AreaSend.Core.Rules;

namespace AreaSend.Web.Components.Govuk;

/// <summary>How much a button weighs: one primary button a page, a warning for what is hard to undo.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Warning,
    Inverse,
    Start,
}

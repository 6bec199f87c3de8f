using AreaSend.Core.Rules;

namespace AreaSend.Web.Components.Moj;

/// <summary>How much an alert matters.</summary>
public enum AlertKind
{
    Information,
    Success,
    Warning,
    Error,
}

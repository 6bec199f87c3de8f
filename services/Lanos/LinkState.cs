namespace AreaSend.Services.Lanos;

/// <summary>What somebody who holds a link is told of it.</summary>
public enum LinkState
{
    /// <summary>It signs its officer in.</summary>
    Works,

    /// <summary>It has signed its officer in before.</summary>
    Used,

    /// <summary>It came too late.</summary>
    Expired,

    /// <summary>A newer one was sent.</summary>
    Replaced,

    /// <summary>There is none, or its officer may not come in any more: which of the two is nobody's to know.</summary>
    Unknown,
}

using NodaTime;

namespace AreaSend.Services.SignInLinks;

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

    /// <summary>The inspection has ended, and the officer's room with it.</summary>
    Closed,

    /// <summary>There is none, or its officer may not come in any more: which of the two is nobody's to know.</summary>
    Unknown,
}

internal static class LinkStates
{
    /// <summary>What a link that was made would do for somebody who may come in.</summary>
    /// <param name="end">What ended it; null while it waits.</param>
    /// <param name="expiresAt">From when on it no longer works.</param>
    /// <param name="now">The present moment.</param>
    public static LinkState Of(LinkEnd? end, Instant expiresAt, Instant now) => end switch
    {
        LinkEnd.Used => LinkState.Used,
        LinkEnd.Replaced => LinkState.Replaced,
        LinkEnd.Withdrawn => LinkState.Unknown,
        _ => expiresAt <= now ? LinkState.Expired : LinkState.Works,
    };
}

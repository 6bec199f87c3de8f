using AreaSend.Services.Lanos;

namespace AreaSend.Web.GettingReady;

/// <summary>What somebody reads whose link does not sign in. Nothing of the area or the person is said.</summary>
internal static class DeadReadyLink
{
    public static string WhatNow(LinkState state) => state switch
    {
        LinkState.Used => "Each link signs in once. If you are still signed in, go to the room; otherwise ask for a new link.",
        LinkState.Expired => "A link works for a few days only. Ask for a new one.",
        LinkState.Replaced => "Only the link in the newest e-mail works. Look for that e-mail, or ask for a new link.",
        _ => "If you copied the link, check that you copied all of it. Otherwise ask for a new one, or ask a colleague who is in the room to let you in.",
    };
}

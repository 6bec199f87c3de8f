using AreaSend.Services.SignInLinks;

namespace AreaSend.Web.SignInLinks;

/// <summary>What somebody reads whose link does not sign in. Nothing of the inspection, the area or the person is said.</summary>
internal static class DeadLink
{
    public static string Heading(LinkState state) => state switch
    {
        LinkState.Used => "This link has been used",
        LinkState.Expired => "This link has expired",
        LinkState.Replaced => "A newer link has been sent",
        LinkState.Closed => "This site is closed",
        _ => "This link does not work",
    };

    /// <param name="state">What the link would do.</param>
    /// <param name="whom">Who else can help: <c>ask the coordinator of the inspection</c>.</param>
    public static string WhatNow(LinkState state, string whom) => state switch
    {
        LinkState.Used => "Each link signs in once. If you are still signed in, go on; otherwise ask for a new link.",
        LinkState.Expired => "A link works for a few days only. Ask for a new one.",
        LinkState.Replaced => "Only the link in the newest e-mail works. Look for that e-mail, or ask for a new link.",
        LinkState.Closed => $"What it was for has ended, and nothing more can be sent here. If you need something, {whom}.",
        _ => $"If you copied the link, check that you copied all of it. Otherwise ask for a new one, or {whom}.",
    };
}

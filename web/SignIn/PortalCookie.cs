using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AreaSend.Web.SignIn;

/// <summary>
/// The cookie of a portal that is entered by a link from a mailbox and not with a role: the pages below the portal's address are sent it, and no others.
/// </summary>
internal static class PortalCookie
{
    /// <summary>
    /// Where to go after signing in is for the page to say, which looks at the address first: by itself the cookie would put it into a header as it came.
    /// </summary>
    public static Task GoNowhere(RedirectContext<CookieAuthenticationOptions> redirect) => Task.CompletedTask;

    /// <summary>Sets the cookie of one portal.</summary>
    /// <param name="options">The cookie's options.</param>
    /// <param name="name">Its name.</param>
    /// <param name="room">The address that the portal's pages lie below.</param>
    /// <param name="signIn">Where one asks for a link.</param>
    public static void SetFor(CookieAuthenticationOptions options, string name, string room, string signIn)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = room;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // E-mails link to the portal.
        options.LoginPath = signIn;
        options.AccessDeniedPath = signIn;
        options.ReturnUrlParameter = "from";
        options.Events.OnRedirectToReturnUrl = GoNowhere;
        options.ExpireTimeSpan = TimeSpan.FromHours(24); // The session itself ends sooner: the portal's sign-in knows when.
        options.SlidingExpiration = false;
    }
}

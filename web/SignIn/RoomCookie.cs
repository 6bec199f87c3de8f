using Microsoft.AspNetCore.Authentication.Cookies;

namespace AreaSend.Web.SignIn;

/// <summary>The cookie of a room that is entered by a link from a mailbox and not with a role: the pages below the room's address are sent it, and no others.</summary>
internal static class RoomCookie
{
    /// <param name="options">The cookie's options.</param>
    /// <param name="name">Its name.</param>
    /// <param name="room">The address that the room's pages lie below.</param>
    /// <param name="signIn">Where one asks for a link.</param>
    public static void SetFor(CookieAuthenticationOptions options, string name, string room, string signIn)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = room;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // E-mails link to the room.
        options.LoginPath = signIn;
        options.AccessDeniedPath = signIn;
        options.ReturnUrlParameter = "from";
        options.ExpireTimeSpan = TimeSpan.FromHours(24); // The session itself ends sooner: the room's door knows when.
        options.SlidingExpiration = false;
    }
}

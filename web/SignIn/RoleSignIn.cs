using System.Security.Claims;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AreaSend.Web.SignIn;

/// <summary>The sandbox's stand-in for sign-in: a cookie that remembers the role one picked.</summary>
internal static class RoleSignIn
{
    public const string CookieName = "role";

    public static Task SignInAsync(HttpContext context, Role role)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, role.ToString()), new(ClaimTypes.Name, role.Words()), new(ClaimTypes.Role, role.ToString())];
        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}

using System.Security.Claims;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AreaSend.Web.SignIn;

/// <summary>The sandbox's stand-in for sign-in: a cookie that remembers the role one picked.</summary>
internal static class RoleSignIn
{
    public const string CookieName = "role";

    /// <summary>Remembers it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">The region that it is limited to; null for all.</param>
    public static Task SignInAsync(HttpContext context, Role role, string? region = null)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, role.ToString()), new(ClaimTypes.Name, role.Words()), new(ClaimTypes.Role, role.ToString())];
        if (region is not null)
        {
            claims.Add(RegionClaims.Of(region));
        }

        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.SignIn;

/// <summary>The sandbox's stand-in for sign-in: a cookie that remembers the role one picked.</summary>
internal static class RoleSignIn
{
    public const string CookieName = "role";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = SignInPage.Path;
            options.ReturnUrlParameter = "from";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnRedirectToAccessDenied = redirect =>
            {
                redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Enum.GetNames<Role>()).Build())
            .AddPolicy(Policies.Coordinator, policy => policy.RequireRole(nameof(Role.Coordinator)))
            .AddPolicy(Policies.LeadInspector, policy => policy.RequireRole(nameof(Role.LeadInspector)));
        return services;
    }

    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization();

    public static Task SignInAsync(HttpContext context, Role role)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, role.ToString()), new(ClaimTypes.Name, role.Words()), new(ClaimTypes.Role, role.ToString())];
        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}

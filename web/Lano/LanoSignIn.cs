using System.Security.Claims;
using AreaSend.Core.Rules;
using AreaSend.Services.Lanos;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.Lano;

/// <summary>A nominated officer's session: a cookie of its own, which only the pages below <c>/lano</c> are sent and only they ask for.</summary>
internal static class LanoSignIn
{
    /// <summary>The scheme, the policy and the cookie.</summary>
    public const string Name = "lano";

    private const string Inspection = "inspection";

    public static IServiceCollection AddLanoSignIn(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Name, options =>
        {
            RoomCookie.SetFor(options, Name, LanoPages.Room, LanoPages.SignIn);
            options.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.AddAuthorizationBuilder().AddPolicy(
            Name, new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser().RequireClaim(Inspection).Build());
        return services;
    }

    public static Task EnterAsync(HttpContext context, LanoSession session)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, session.Id.ToString()), new(Inspection, session.Inspection.ToString())];
        return context.SignInAsync(Name, new ClaimsPrincipal(new ClaimsIdentity(claims, Name)));
    }

    public static Task LeaveAsync(HttpContext context) => context.SignOutAsync(Name);

    /// <summary>The inspection whose room an officer is in.</summary>
    public static Guid InspectionOf(ClaimsPrincipal officer) => Guid.Parse(officer.FindFirstValue(Inspection)!);

    /// <summary>The session that an officer is in; null for everybody else.</summary>
    public static Guid? SessionOf(ClaimsPrincipal officer) =>
        officer.Identities.FirstOrDefault(identity => identity.AuthenticationType == Name)?.FindFirst(ClaimTypes.NameIdentifier) is { } claim ? Guid.Parse(claim.Value) : null;

    // On every request, so that access that was withdrawn ends at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var door = context.HttpContext.RequestServices.GetRequiredService<LanoDoor>();
        if (SessionOf(context.Principal!) is not { } session || await door.SessionAsync(session, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Name);
        }
    }
}

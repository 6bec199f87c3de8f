using System.Security.Claims;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Services.SignInLinks;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// The session of an officer, a leader or the forum: for each portal a cookie of its own, sent to the pages below its address alone, and only they ask for it.
/// </summary>
internal static class GuestSignIn
{
    private const string Inspection = "inspection";

    public static IServiceCollection AddGuestSignIn(this IServiceCollection services)
    {
        foreach (var portal in GuestPortal.All)
        {
            services.AddAuthentication().AddCookie(portal.Name, options =>
            {
                PortalCookie.SetFor(options, portal.Name, portal.Address, portal.SignIn);
                options.Events.OnValidatePrincipal = context => ValidateAsync(context, portal);
            });
            services.AddAuthorizationBuilder().AddPolicy(
                portal.Name, new AuthorizationPolicyBuilder(portal.Name).RequireAuthenticatedUser().RequireClaim(Inspection).Build());
        }

        return services;
    }

    public static Task EnterAsync(HttpContext context, GuestVisit visit)
    {
        var portal = GuestPortal.Of(visit.Role);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, visit.Session.Id.ToString()), new(Inspection, visit.Session.Inspection.ToString())];
        return context.SignInAsync(portal.Name, new ClaimsPrincipal(new ClaimsIdentity(claims, portal.Name)));
    }

    public static Task LeaveAsync(HttpContext context, string portal) => context.SignOutAsync(portal);

    /// <summary>Who is in, of a request that a portal has let in.</summary>
    public static GuestVisit VisitOf(HttpContext context) => VisitOrNull(context) ?? throw new InvalidOperationException("Nobody is signed in to the portal.");

    /// <summary>Who is in; null for everybody else.</summary>
    public static GuestVisit? VisitOrNull(HttpContext context) => context.Features.Get<GuestVisit>();

    /// <summary>As what somebody is in: "Nominated officer"; null for everybody else.</summary>
    public static string? WhoIs(HttpContext context) => VisitOrNull(context)?.As switch
    {
        null => null,
        RecipientRole.Lano => "Nominated officer",
        RecipientRole.DeputyLano => "Deputy of the nominated officer",
        var role => role.Value.Show().Capital(),
    };

    // On every request, so that access that was withdrawn ends at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context, GuestPortal portal)
    {
        var (http, signIn) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<LinkSignIn>());
        if (Guid.TryParse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier), out var session)
            && await signIn.VisitAsync(session, http.RequestAborted) is { } visit && portal.For.Contains(visit.Role))
        {
            http.Features.Set(visit);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(portal.Name);
    }
}

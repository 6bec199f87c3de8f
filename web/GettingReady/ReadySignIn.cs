using System.Security.Claims;
using AreaSend.Services.GettingReady;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.GettingReady;

/// <summary>
/// The session of one of an area's own people: a cookie of its own, which only the pages below <c>/getting-ready</c> are sent and only they ask for. No role
/// opens them.
/// </summary>
internal static class ReadySignIn
{
    /// <summary>The scheme, the policy and the cookie.</summary>
    public const string Name = "getting-ready";

    private const string Session = "session";

    public static IServiceCollection AddReadySignIn(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Name, options =>
        {
            PortalCookie.SetFor(options, Name, ReadyPages.Room, ReadyPages.SignIn);
            options.Events.OnRedirectToLogin = RedirectAsync;
            options.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.AddAuthorizationBuilder().AddPolicy(Name, new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser().RequireClaim(Session).Build());
        return services;
    }

    // A form's token holds who it was shown to: the person and not the session, so that what was typed can still be sent after signing in again.
    public static Task EnterAsync(HttpContext context, ReadyVisit visit)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, visit.Person.Id.ToString()), new(Session, visit.Session.ToString())];
        return context.SignInAsync(Name, new ClaimsPrincipal(new ClaimsIdentity(claims, Name)));
    }

    public static Task LeaveAsync(HttpContext context) => context.SignOutAsync(Name);

    /// <summary>The session that somebody is in; null for everybody else.</summary>
    public static Guid? SessionOf(ClaimsPrincipal somebody) =>
        somebody.Identities.FirstOrDefault(identity => identity.AuthenticationType == Name)?.FindFirst(Session) is { } claim ? Guid.Parse(claim.Value) : null;

    /// <summary>Who is in, of a request that the room has let in.</summary>
    public static ReadyPerson PersonOf(HttpContext context) =>
        context.Features.Get<ReadyVisit>()?.Person ?? throw new InvalidOperationException("Nobody is signed in to the room.");

    // Files are not kept, and nobody who is not in has one read.
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        if (redirect.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return UnsentForm.KeepOrRedirectAsync(redirect);
        }

        redirect.Response.Redirect(redirect.RedirectUri);
        return Task.CompletedTask;
    }

    // On every request, so that access that was taken away ends at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<ReadyLinkSignIn>();
        if (SessionOf(context.Principal!) is { } session && await signIn.VisitAsync(session, context.HttpContext.RequestAborted) is { } visit)
        {
            context.HttpContext.Features.Set(visit);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name);
    }
}

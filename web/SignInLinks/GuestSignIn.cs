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
/// The session of an officer, a leader or the forum: for each room a cookie of its own, which only the pages below its address are sent and only they ask for.
/// </summary>
internal static class GuestSignIn
{
    private const string Inspection = "inspection";

    public static IServiceCollection AddGuestSignIn(this IServiceCollection services)
    {
        foreach (var room in GuestRoom.All)
        {
            services.AddAuthentication().AddCookie(room.Name, options =>
            {
                RoomCookie.SetFor(options, room.Name, room.Address, room.SignIn);
                options.Events.OnValidatePrincipal = context => ValidateAsync(context, room);
            });
            services.AddAuthorizationBuilder().AddPolicy(
                room.Name, new AuthorizationPolicyBuilder(room.Name).RequireAuthenticatedUser().RequireClaim(Inspection).Build());
        }

        return services;
    }

    public static Task EnterAsync(HttpContext context, GuestVisit visit)
    {
        var room = GuestRoom.Of(visit.Role);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, visit.Session.Id.ToString()), new(Inspection, visit.Session.Inspection.ToString())];
        return context.SignInAsync(room.Name, new ClaimsPrincipal(new ClaimsIdentity(claims, room.Name)));
    }

    public static Task LeaveAsync(HttpContext context, string room) => context.SignOutAsync(room);

    /// <summary>Who is in, of a request that a room has let in.</summary>
    public static GuestVisit VisitOf(HttpContext context) => VisitOrNull(context) ?? throw new InvalidOperationException("Nobody is signed in to the room.");

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
    private static async Task ValidateAsync(CookieValidatePrincipalContext context, GuestRoom room)
    {
        var (http, signIn) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<LinkSignIn>());
        if (Guid.TryParse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier), out var session)
            && await signIn.VisitAsync(session, http.RequestAborted) is { } visit && room.For.Contains(visit.Role))
        {
            http.Features.Set(visit);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(room.Name);
    }
}

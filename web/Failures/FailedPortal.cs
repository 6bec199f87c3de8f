using AreaSend.Web.Components;
using AreaSend.Web.GettingReady;
using AreaSend.Web.Lano;
using AreaSend.Web.Leaders;
using AreaSend.Web.SignInLinks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace AreaSend.Web.Failures;

/// <summary>The portal, entered by a link and not with a role, in which a request failed: its failure page stays in it and leads back into it.</summary>
/// <param name="Name">The scheme of the portal's session.</param>
/// <param name="Address">Address of its first page.</param>
/// <param name="SignIn">Where one asks for a link.</param>
/// <param name="SignOut">Where one leaves.</param>
/// <param name="Back">The way back, for somebody who is in.</param>
internal sealed record FailedPortal(string Name, string Address, string SignIn, string SignOut, string Back)
{
    private static readonly FailedPortal[] All =
    [
        .. from portal in GuestPortal.All
           select new FailedPortal(
               portal.Name,
               portal.Address,
               portal.SignIn,
               portal.SignOut,
               portal.Address == LanoPages.Portal ? "Go to what is outstanding" : "Go to where the inspection stands"),
        new(ReadySignIn.Name, ReadyPages.Room, ReadyPages.SignIn, ReadyPages.SignOut, "Go to the seven steps"),
    ];

    /// <summary>The portal that the address lies in which was asked for; null in the console.</summary>
    public static FailedPortal? Of(HttpContext context)
    {
        PathString asked = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? context.Request.Path.Value;
        return All.FirstOrDefault(portal => asked.StartsWithSegments(portal.Address));
    }

    /// <summary>As what the visitor is in, or in what; null for one who is not. After a failure of the service's own nothing more is asked of it.</summary>
    public async Task<string?> WhoAsync(HttpContext context)
    {
        if (context.Response.StatusCode < StatusCodes.Status500InternalServerError && !(await context.AuthenticateAsync(Name)).Succeeded)
        {
            return null;
        }

        return GuestSignIn.WhoIs(context) ?? (context.Features.Get<Services.GettingReady.ReadyVisit>() is null ? null : "Getting ready");
    }

    /// <summary>The parts of the portal, where it has a menu.</summary>
    public IReadOnlyList<PageLink> Menu => Name == ReadySignIn.Name ? ReadySections.At("failure") : [];
}

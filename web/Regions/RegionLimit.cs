using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Web.Areas;
using AreaSend.Web.Failures;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Regions;

/// <summary>
/// Holds whoever asks to the regions that the identity provider limits them to, for the whole of their request: nothing that it reads shows another region's
/// inspection. An address that names one, or another region's area, is answered like every page that somebody may not see.
/// </summary>
internal static class RegionLimit
{
    // The parts of addresses that name an area.
    private static readonly string[] AreaInAddress = ["code", "key"];

    /// <summary>Comes after it is known who asks, and before anything is read for them.</summary>
    public static IApplicationBuilder UseRegionLimit(this IApplicationBuilder app) => app.Use(HoldAsync);

    /// <summary>
    /// Whoever comes by a link from an e-mail sees one inspection,
    /// or one area's own room, whoever else has signed in with the same browser: a room is left alone.
    /// </summary>
    private static async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        var sight = RegionClaims.SightOf(context.User);
        if (!sight.IsLimited || FailedPortal.Of(context) is not null)
        {
            await next(context);
            return;
        }

        if (await IsOutsideAsync(context, sight))
        {
            context.Features.Set(new OutsideRegions());
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using (sight.Hold())
        {
            await next(context);
        }
    }

    // Whichever part of the address it is that names an inspection: nothing else has its identifier.
    private static async Task<bool> IsOutsideAsync(HttpContext context, Sight sight)
    {
        if (AreaInAddress.Select(part => context.GetRouteValue(part)?.ToString()).OfType<string>().Any(named => IsOutside(named, sight)))
        {
            return true;
        }

        List<Guid> named = [.. context.Request.RouteValues.Values
            .Select(value => Guid.TryParse(value?.ToString(), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)];
        if (named.Count == 0)
        {
            return false;
        }

        await using var store = context.RequestServices.GetRequiredService<StoreDatabase>().Open();
        var areas = await store.Inspections.Where(row => named.Contains(row.Id)).Select(row => row.Area).ToListAsync(context.RequestAborted);
        return areas.Exists(area => !sight.Sees(area));
    }

    // What stands above all areas is for those who see them all to change.
    private static bool IsOutside(string named, Sight sight) =>
        named == ContactPlace.NationalKey || (LocalAuthorities.Find(named) is { } area && !sight.Sees(area.Code));
}

using System.Security.Cryptography;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Lanos;
using AreaSend.Web.Feeds;
using AreaSend.Web.Inspections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Lano;

/// <summary>
/// A nominated officer's deadlines for their own calendar program. It has no cookie, so the address itself lets it in: it is sealed by this host, shows
/// the local area's deadlines and nothing else, and works as long as its officer may come in.
/// </summary>
internal sealed class LanoCalendar(IDataProtectionProvider protection, LanoDoor door, InspectionViews views, IOptions<EngineOptions> site)
{
    private const string Path = "/lano/calendar/{seal}.ics";

    private readonly IDataProtector protector = protection.CreateProtector("AreaSend.LanoCalendar");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, async (string seal, LanoCalendar calendar, CancellationToken cancellation) =>
            await calendar.OfAsync(seal, cancellation) is { } feed ? Results.Text(feed, DeadlineFeed.MediaType) : Results.NotFound())
            .AllowAnonymous();

    /// <summary>The address for one officer.</summary>
    public Uri AddressOf(Guid inspection, Guid person) =>
        new(site.Value.SiteAddress, Path.Replace("{seal}", protector.Protect($"{inspection} {person}"), StringComparison.Ordinal));

    private async Task<string?> OfAsync(string seal, CancellationToken cancellation)
    {
        if (Opened(seal) is not var (inspection, person)
            || !await door.IsOpenToAsync(inspection, person, cancellation)
            || await views.FindAsync(inspection, cancellation) is not { } view)
        {
            return null;
        }

        return DeadlineFeed.Of(view, step => step.Definition.Actor == Actor.LocalArea, new Uri(site.Value.SiteAddress, LanoPages.Room));
    }

    private (Guid Inspection, Guid Person)? Opened(string seal)
    {
        try
        {
            var parts = protector.Unprotect(seal).Split(' ');
            return (Guid.Parse(parts[0]), Guid.Parse(parts[1]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

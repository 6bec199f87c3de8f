using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Feeds;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Web.Feeds;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// The deadlines of somebody who comes by a link, for their own calendar program. It has no cookie, so the address itself lets it in: it is sealed by this
/// host, shows
/// what is its owner's and nothing else, and works as long as its owner may come in.
/// </summary>
internal sealed class GuestCalendar(
    IDataProtectionProvider protection,
    LinkSignIn signIn,
    InspectionStore inspections,
    FeedEntries entries,
    IOptions<SiteOptions> site,
    IClock clock)
{
    private const string Path = "calendar/{seal}.ics";

    // The seals of addresses that officers' programs fetch already.
    private readonly IDataProtector _protector = protection.CreateProtector("AreaSend.LanoCalendar");

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var portal in GuestPortal.All)
        {
            app.MapGet($"{portal.Address}/{Path}", async (string seal, GuestCalendar calendar, CancellationToken cancellation) =>
                DeadlineFeed.Answer(await calendar.OfAsync(seal, cancellation) ?? DeadlineFeed.Empty()))
                .AllowAnonymous();
        }
    }

    /// <summary>The address for one person.</summary>
    public Uri AddressOf(GuestVisit visit) => AddressOf(GuestPortal.Of(visit.Role), visit.Session.Inspection, visit.Session.Person);

    /// <summary>The address for somebody in a portal of an inspection.</summary>
    public Uri AddressOf(GuestPortal portal, Guid inspection, Guid person) =>
        new(site.Value.SiteAddress, $"{portal.Address}/{Path.Replace("{seal}", _protector.Protect($"{inspection} {person}"), StringComparison.Ordinal)}");

    private async Task<string?> OfAsync(string seal, CancellationToken cancellation)
    {
        if (Opened(seal) is not var (inspection, person)
            || await signIn.RoleAsync(inspection, person, cancellation) is not { } role
            || await inspections.FindAsync(inspection, cancellation) is not { } loaded)
        {
            return null;
        }

        var shown = await entries.OfAsync(loaded, Whose(loaded, role), cancellation);
        return DeadlineFeed.Of(
            loaded,
            AreaNames.Of(loaded.Case.Area),
            shown,
            new Uri(site.Value.SiteAddress, GuestPortal.Of(role).Address),
            clock.GetCurrentInstant());
    }

    private static Func<PlannedStep, bool> Whose(LoadedInspection inspection, RecipientRole role)
    {
        if (role == RecipientRole.Lano)
        {
            return step => step.Definition.Actor == Actor.LocalArea || step.Definition.WithOfficer;
        }

        var theirs = LeadersSteps.Of(inspection.Case, inspection.Plan, role).Select(step => step.Key).ToHashSet();
        return step => theirs.Contains(step.Key);
    }

    private (Guid Inspection, Guid Person)? Opened(string seal)
    {
        try
        {
            var parts = _protector.Unprotect(seal).Split(' ');
            return (Guid.Parse(parts[0]), Guid.Parse(parts[1]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Feeds;
using AreaSend.Services.Lanos;
using AreaSend.Services.Store;
using AreaSend.Web.Feeds;
using AreaSend.Web.Inspections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Web.Lano;

/// <summary>
/// A nominated officer's deadlines for their own calendar program. It has no cookie, so the address itself lets it in: it is sealed by this host, shows
/// the local area's deadlines and the days on which it meets inspectors and nothing else, and works as long as its officer may come in.
/// </summary>
internal sealed class LanoCalendar(IDataProtectionProvider protection, LanoDoor door, InspectionStore inspections, FeedEntries entries, IOptions<EngineOptions> site, IClock clock)
{
    private const string Path = "/lano/calendar/{seal}.ics";

    // What the officer takes part in or prepares, though others act.
    private static readonly string[] Meetings =
        [Steps.SetUpDiscussion, Steps.SurveysClose, Steps.Fieldwork, Steps.OnSite, Steps.LeadersMeeting, Steps.FeedbackMeeting];

    private readonly IDataProtector protector = protection.CreateProtector("AreaSend.LanoCalendar");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, async (string seal, LanoCalendar calendar, CancellationToken cancellation) =>
            DeadlineFeed.Answer(await calendar.OfAsync(seal, cancellation) ?? DeadlineFeed.Empty()))
            .AllowAnonymous();

    /// <summary>The address for one officer.</summary>
    public Uri AddressOf(Guid inspection, Guid person) =>
        new(site.Value.SiteAddress, Path.Replace("{seal}", protector.Protect($"{inspection} {person}"), StringComparison.Ordinal));

    private async Task<string?> OfAsync(string seal, CancellationToken cancellation)
    {
        if (Opened(seal) is not var (inspection, person)
            || !await door.IsOpenToAsync(inspection, person, cancellation)
            || await inspections.FindAsync(inspection, cancellation) is not { } loaded)
        {
            return null;
        }

        var shown = await entries.OfAsync(loaded, step => step.Definition.Actor == Actor.LocalArea || Meetings.Contains(step.Key), cancellation);
        return DeadlineFeed.Of(loaded, AreaNames.Of(loaded.Case.Area), shown, new Uri(site.Value.SiteAddress, LanoPages.Room), clock.GetCurrentInstant());
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

using System.Security.Cryptography;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Feeds;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Web.Hosting;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Web.Feeds;

/// <summary>
/// Calendars for those of the inspectorates: of what somebody coordinates or leads, or of one inspection. A calendar program has no cookie, so the address
/// itself lets
/// it in: this host seals it for one person, and it ends when they have not signed in for a month. In a sandbox where one picks a role it is nobody's, and
/// stays.
/// </summary>
internal sealed class StaffCalendar(
    IDataProtectionProvider protection,
    InspectionStore inspections,
    InspectionsOfStaff ofStaff,
    StaffDirectory directory,
    FeedEntries entries,
    HostSettings host,
    IOptions<SiteOptions> site,
    IClock clock,
    TimeProvider time)
{
    private const string Path = "/feeds/{seal}.ics";

    // The kind, of what, and whose; the last may have spaces in it.
    private const int Parts = 3;

    // In the sandbox a role is picked, and of whoever picked one there is no more to know than the regions.
    private const string Nobody = "nobody";
    private static readonly Duration WithoutSignIn = Duration.FromDays(31);

    private readonly IDataProtector _protector = protection.CreateProtector("AreaSend.StaffCalendar");

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, async (string seal, StaffCalendar calendar, CancellationToken cancellation) =>
        DeadlineFeed.Answer(await calendar.OfAsync(seal, cancellation) ?? DeadlineFeed.Empty())).AllowAnonymous();

    /// <summary>The address of the calendar of what somebody coordinates and leads.</summary>
    /// <param name="of">The <see cref="StaffMember"/>.</param>
    /// <param name="owner">Who takes it; null where nobody signs in.</param>
    public Uri OfPerson(Guid of, Guid? owner) => Sealed("person", of.ToString(), owner);

    /// <summary>The address of the calendar of what somebody leads, who need not have signed in here.</summary>
    /// <param name="lead">The address that they lead under.</param>
    /// <param name="owner">Who takes it; null where nobody signs in.</param>
    public Uri OfLead(string lead, Guid? owner) => Sealed("lead", lead, owner);

    /// <summary>The address of the calendar of one inspection.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="owner">Who takes it; null where nobody signs in.</param>
    public Uri OfInspection(Guid inspection, Guid? owner) => Sealed("inspection", inspection.ToString(), owner);

    private Uri Sealed(string kind, string of, Guid? owner) =>
        new(site.Value.SiteAddress, Path.Replace("{seal}", _protector.Protect($"{kind} {of} {owner?.ToString() ?? $"{Nobody}{Sight.Current.Text}"}"), StringComparison.Ordinal));

    private async Task<string?> OfAsync(string seal, CancellationToken cancellation)
    {
        var staff = await directory.AllAsync(cancellation);
        if (Opened(seal) is not [var kind, var id, var owner] || !MayRead(owner, staff))
        {
            return null;
        }

        // As of their last sign-in, and not of the day on which they took the address: whoever is limited later sees no more by it than by the console.
        using var held = SightOf(owner, staff).Hold();
        if (kind == "lead")
        {
            return await WriteAsync("Inspections that you lead", await ofStaff.LedByAsync(id, cancellation), cancellation);
        }

        var of = Guid.Parse(id);
        if (kind == "inspection")
        {
            return await inspections.FindAsync(of, cancellation) is { } loaded
                ? await WriteAsync($"Inspection of {AreaNames.Of(loaded.Case.Area)}", [loaded], cancellation)
                : null;
        }

        return staff.FirstOrDefault(person => person.Id == of) is { } coordinator
            ? await WriteAsync($"Inspections of {coordinator.Name}", await ofStaff.OfAsync(coordinator, cancellation), cancellation)
            : null;
    }

    private static Sight SightOf(string owner, IReadOnlyList<StaffMember> staff) => Sight.Read(
        Guid.TryParse(owner, out var id) ? staff.FirstOrDefault(person => person.Id == id)?.Regions
        : owner.Length > Nobody.Length ? owner[Nobody.Length..]
        : null);

    private bool MayRead(string owner, IReadOnlyList<StaffMember> staff) => Guid.TryParse(owner, out var id)
        ? staff.FirstOrDefault(person => person.Id == id)?.LastSeenAt + WithoutSignIn > Instant.FromDateTimeOffset(time.GetUtcNow())
        : host is { Sandbox: true, SignsIn: false };

    private async Task<string> WriteAsync(string name, IReadOnlyList<LoadedInspection> shown, CancellationToken cancellation)
    {
        var parts = new List<(LoadedInspection, string, IReadOnlyList<FeedEntry>, Uri)>(shown.Count);
        foreach (var loaded in shown)
        {
            parts.Add(
                (
                    loaded,
                    AreaNames.Of(loaded.Case.Area),
                    await entries.OfAsync(loaded, step => true, cancellation),
                    new Uri(site.Value.SiteAddress, $"/inspections/{loaded.Id}")));
        }

        return DeadlineFeed.Of(name, parts, clock.GetCurrentInstant());
    }

    private string[] Opened(string seal)
    {
        try
        {
            return _protector.Unprotect(seal).Split(' ', Parts);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}

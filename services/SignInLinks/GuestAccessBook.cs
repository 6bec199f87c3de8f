using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>Somebody's way in to an inspection so far, for the coordinator.</summary>
/// <param name="Person">Who: an officer, a leader or the forum.</param>
/// <param name="IsCurrent">Whether they hold their role now.</param>
/// <param name="Links">Their links, newest first.</param>
/// <param name="Sessions">Their sessions, newest first.</param>
public sealed record GuestAccess(Person Person, bool IsCurrent, IReadOnlyList<GuestLink> Links, IReadOnlyList<GuestSession> Sessions);

/// <summary>Who among those with links may come in: new links on request, and access withdrawn.</summary>
public sealed class GuestAccessBook(
    StoreDatabase database,
    InspectionStore inspections,
    EventStream stream,
    FactRecording recording,
    IOptions<GuestLinkOptions> options,
    IClock clock,
    ILogger<GuestAccessBook> logger)
{
    private static readonly string[] Asking =
    [
        new LanoLinkAsked(default).Kind,
        new LeaderLinkAsked(default, default).Kind,
        new LanoNominated(default, default).Kind,
        new DeputyNamed(default, default).Kind,
    ];

    private const string Changed =
        "A link has been sent, or access has been withdrawn, since you opened this page, so nothing was done. Look at the access as it is now; then, if it still has to be, do it again.";

    /// <summary>Everybody who has had a way in to the inspection, in order of role, and of each role who holds it today first.</summary>
    public async Task<IReadOnlyList<GuestAccess>> OfAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (await inspections.FindAsync(inspection, cancellation) is not { } loaded)
        {
            return [];
        }

        var people = await context.People.AsNoTracking()
            .Where(person => person.Inspection == inspection && !RecipientRoles.Leads.Contains(person.Role))
            .ToListAsync(cancellation);
        var links = await context.Set<GuestLink>().AsNoTracking()
            .Where(link => link.Inspection == inspection)
            .OrderByDescending(link => link.MadeAt)
            .ToListAsync(cancellation);
        var sessions = await context.Set<GuestSession>().AsNoTracking()
            .Where(session => session.Inspection == inspection)
            .OrderByDescending(session => session.BeganAt)
            .ToListAsync(cancellation);
        List<GuestAccess> guests = [];
        foreach (var role in people.Select(person => person.Role).Distinct().Order())
        {
            var current = (await Guests.CurrentAsync(context, loaded, role, clock.GetCurrentInstant(), cancellation))?.Id;
            guests.AddRange(
                people.Where(person => person.Role == role)
                    .OrderByDescending(person => person.Id == current)
                    .ThenByDescending(person => person.Id)
                    .Select(person => new GuestAccess(
                        person,
                        person.Id == current,
                        [.. links.Where(link => link.Person == person.Id)],
                        [.. sessions.Where(session => session.Person == person.Id)])));
        }

        return guests;
    }

    /// <summary>
    /// The version of a role's access that a page shows, for its form to carry. It changes with each link that is sent, with each withdrawal, and when somebody
    /// else takes the role.
    /// </summary>
    public async Task<string> VersionAsync(Guid inspection, RecipientRole role, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, inspection, role, cancellation);
    }

    /// <summary>Sends whoever holds a role a new link; the older ones stop working when it goes out. Access that was withdrawn is given back.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="role">The officer, the deputy, or one of <see cref="RecipientRoles.Leaders"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="shown">The <see cref="VersionAsync(Guid, RecipientRole, CancellationToken)"/> that somebody decided on; null for whichever there
    /// is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is on its way.</returns>
    public async Task<string?> SendNewLinkAsync(
        Guid inspection,
        RecipientRole role,
        Recorder by,
        string? shown = null,
        CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (await inspections.FindAsync(inspection, cancellation) is not { } loaded)
        {
            return "There is no such inspection.";
        }

        if (!Guests.IsOpen(loaded, role))
        {
            return "The inspection has ended, and the officer's room is closed: no link is sent.";
        }

        if (shown is not null && shown != await VersionAsync(context, inspection, role, cancellation))
        {
            return Changed;
        }

        if (await IsOnItsWayAsync(context, loaded, role, cancellation))
        {
            return $"A link is already on its way to the {Short(role)}.";
        }

        // Of two who ask at once one is heard, even where the first has been answered before the second is recorded.
        var recorded = await recording.RecordIfAsync(
            inspection,
            by,
            (_, _, now) => RecipientRoles.Officers.Contains(role) ? new LanoLinkAsked(now, role == RecipientRole.DeputyLano) : new LeaderLinkAsked(now, role),
            now => Asked(now) == Asked(loaded),
            cancellation);
        if (recorded is not Recording.Recorded)
        {
            return recorded is Recording.Changed ? Changed : recorded.WhyNot;
        }

        Instant? none = null;
        var current = (await CurrentAsync(context, inspection, role, cancellation))?.Id;
        await context.People.Where(known => known.Id == current)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, none), cancellation);
        return null;
    }

    /// <summary>Ends somebody's links and sessions at once; none works again until the coordinator sends a new link.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="person">The officer, the leader or the forum.</param>
    /// <param name="shown">The <see cref="VersionAsync(Guid, RecipientRole, CancellationToken)"/> that somebody decided on; null for whichever there
    /// is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> WithdrawAsync(Guid inspection, Guid person, string? shown = null, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        await using var reading = database.Open();
        var role = await reading.People.Where(known => known.Id == person && known.Inspection == inspection)
            .Select(known => known.Role)
            .SingleAsync(cancellation);
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, inspection, role, cancellation), async context =>
        {
            Instant? withdrawnAt = now;
            await context.People.Where(known => known.Id == person)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, withdrawnAt), cancellation);
            await context.Set<GuestLink>().Where(link => link.Person == person).EndAsync(LinkEnd.Withdrawn, now, cancellation);
            await context.Set<GuestSession>().Where(session => session.Person == person).EndAsync(now, cancellation);
        }, cancellation);
        if (stored)
        {
            LinkSignInLog.AccessWithdrawn(logger, role, inspection);
        }

        return stored ? null : Changed;
    }

    /// <summary>
    /// Somebody asks for a link. Whoever may come in under this address is sent one, for each inspection: its officer, and leaders and the forum of those that
    /// go on and of those that they have had a link to. Nobody else is, and whoever asks is told the same either way.
    /// </summary>
    public async Task AskAsync(string email, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var guests = await AtAsync(context, AddressForm.Clean(email).ToLowerInvariant(), cancellation);
        foreach (var (inspection, role) in guests)
        {
            try
            {
                await SendIfTimeAsync(context, inspection, role, cancellation);
            }
            catch (BrokenChainException problem)
            {
                // Somebody with a part in two inspections is sent the link of the one that can be read.
                LinkSignInLog.NotSent(logger, problem, role, inspection);
            }
        }

        LinkSignInLog.LinkAskedFor(logger, guests.Count);
    }

    /// <summary>The inspections in which somebody with this address has a role that comes with a link.</summary>
    private async Task<IReadOnlyList<(Guid Inspection, RecipientRole Role)>> AtAsync(StoreContext context, string lowered, CancellationToken cancellation)
    {
        var officers = await context.People.AsNoTracking()
            .Where(person => RecipientRoles.Officers.Contains(person.Role) && person.AccessWithdrawnAt == null && person.Email.ToLower() == lowered)
            .ToListAsync(cancellation);
        List<(Guid Inspection, RecipientRole Role)> found = [];
        foreach (var officer in officers)
        {
            if (await FindAsync(officer.Inspection, cancellation) is { } inspection
                && inspection.Case.OfficerOf(officer.Role) == officer.Id && Guests.IsOpen(inspection, officer.Role))
            {
                found.Add((officer.Inspection, officer.Role));
            }
        }

        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var leaders = context.Contacts.AsNoTracking().Where(contact => RecipientRoles.Leaders.Contains(contact.Role) && contact.Area != null);
        var ofTheirRoles = await leaders
            .Where(other => leaders.Any(contact => contact.Area == other.Area && contact.Role == other.Role && contact.Email.ToLower() == lowered))
            .ToListAsync(cancellation);
        foreach (var inOneRole in ofTheirRoles.GroupBy(contact => (Area: contact.Area!, contact.Role)))
        {
            var (area, role) = inOneRole.Key;
            if (inOneRole.HolderOn(today)?.Email.ToLowerInvariant() != lowered)
            {
                continue;
            }

            var followed = context.Inspections.AsNoTracking()
                .Where(row => row.Area == area)
                .Where(row =>
                    !row.Ended || context.People.Any(person => person.Inspection == row.Id && person.Role == role && person.Email.ToLower() == lowered));
            found.AddRange((await followed.Select(row => row.Id).ToListAsync(cancellation)).Select(id => (id, role)));
        }

        return found;
    }

    // Somebody else who knows the address must not be able to fill the mailbox, or to let in again whom the coordinator has put out.
    private async Task SendIfTimeAsync(StoreContext context, Guid inspection, RecipientRole role, CancellationToken cancellation)
    {
        var current = await CurrentAsync(context, inspection, role, cancellation);
        var since = clock.GetCurrentInstant() - Duration.FromMinutes(options.Value.MinutesBetweenLinks);
        if (
            current is null or { AccessWithdrawnAt: null }
            && !(current is not null && await context.Set<GuestLink>().AnyAsync(link => link.Person == current.Id && link.MadeAt > since, cancellation)))
        {
            await SendNewLinkAsync(
                inspection,
                role,
                new Recorder(RecipientRoles.Officers.Contains(role) ? RecorderRole.Lano : RecorderRole.Leader, current?.Id),
                shown: null,
                cancellation);
        }
    }

    private static string Short(RecipientRole role) => role switch
    {
        RecipientRole.Lano => "officer",
        RecipientRole.DeputyLano => "deputy",
        _ => role.Show(),
    };

    private static int Asked(LoadedInspection inspection) => inspection.Case.Recorded.Count(recorded => Asking.Contains(recorded.Event.Kind));

    private async Task<Person?> CurrentAsync(StoreContext context, Guid inspection, RecipientRole role, CancellationToken cancellation) =>
        await stream.FindAsync(context, inspection, cancellation) is { } loaded
            ? await Guests.CurrentAsync(context, loaded, role, clock.GetCurrentInstant(), cancellation)
            : null;

    private async Task<LoadedInspection?> FindAsync(Guid inspection, CancellationToken cancellation)
    {
        try
        {
            return await inspections.FindAsync(inspection, cancellation);
        }
        catch (BrokenChainException problem)
        {
            LinkSignInLog.NotSent(logger, problem, RecipientRole.Lano, inspection);
            return null;
        }
    }

    private async Task<string> VersionAsync(StoreContext context, Guid inspection, RecipientRole role, CancellationToken cancellation)
    {
        var current = await CurrentAsync(context, inspection, role, cancellation);
        var asked = await context.Events.CountAsync(row => row.Inspection == inspection && Asking.Contains(row.Kind), cancellation);
        var rounds = await context.Notices.Where(notice => notice.Inspection == inspection && notice.Role == role)
            .SumAsync(notice => notice.Round, cancellation);
        return RowVersion.Of<object?>([current?.Id, current?.AccessWithdrawnAt, asked, rounds]);
    }

    /// <summary>Whether a notice with a link is owed to the role, or waits to be sent.</summary>
    private async Task<bool> IsOnItsWayAsync(StoreContext context, LoadedInspection inspection, RecipientRole role, CancellationToken cancellation)
    {
        var owed = inspection.Inspection.Notices(clock.GetCurrentInstant())
            .Where(notice => notice.To == role)
            .Select(notice => notice.Line);
        var waiting = await context.Notices.AsNoTracking()
            .Where(notice => notice.Inspection == inspection.Id && notice.State == NoticeState.Waiting && notice.Role == role)
            .Select(notice => notice.Key)
            .ToListAsync(cancellation);
        return owed.Concat(waiting.Select(key => NoticeMatrix.LineOf(inspection.Case, inspection.Case.RaisedNotices[key])))
            .Any(line => line is { CarriesLink: true } && line.To.Contains(role));
    }
}

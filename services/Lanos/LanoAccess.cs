using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Lanos;

/// <summary>An officer's way in so far, for the coordinator.</summary>
/// <param name="Person">The officer.</param>
/// <param name="IsCurrent">Whether the officer is the inspection's officer now.</param>
/// <param name="Links">Their links, newest first.</param>
/// <param name="Sessions">Their sessions, newest first.</param>
public sealed record OfficerAccess(Person Person, bool IsCurrent, IReadOnlyList<LanoLink> Links, IReadOnlyList<LanoSession> Sessions);

/// <summary>Who among the nominated officers may come in: new links on request, and access withdrawn.</summary>
public sealed class LanoAccess(
    StoreDatabase database, InspectionStore inspections, IOptions<LanoDoorOptions> options, IClock clock, ILogger<LanoAccess> logger)
{
    private static readonly string[] Asking = [new LanoLinkAsked(default).Kind, new LanoNominated(default, default).Kind];

    private const string Changed =
        "A link has been sent to the officer, or access has been withdrawn, since you opened this page, so nothing was done. Look at the access as it is now; then, if it still has to be, do it again.";

    /// <summary>Every officer that the inspection has had, the one of today first.</summary>
    public async Task<IReadOnlyList<OfficerAccess>> OfAsync(Guid inspection, CancellationToken cancellation = default)
    {
        var current = (await inspections.FindAsync(inspection, cancellation))?.Case.Lano;
        await using var context = database.Open();
        var people = await context.People.AsNoTracking().Where(person => person.Inspection == inspection && person.Role == RecipientRole.Lano).ToListAsync(cancellation);
        var links = await context.LanoLinks.AsNoTracking().Where(link => link.Inspection == inspection).OrderByDescending(link => link.MadeAt).ToListAsync(cancellation);
        var sessions = await context.LanoSessions.AsNoTracking().Where(session => session.Inspection == inspection).OrderByDescending(session => session.BeganAt).ToListAsync(cancellation);
        return
        [
            .. people.OrderByDescending(person => person.Id == current).ThenByDescending(person => person.Id).Select(person => new OfficerAccess(
                person, person.Id == current, [.. links.Where(link => link.Person == person.Id)], [.. sessions.Where(session => session.Person == person.Id)])),
        ];
    }

    /// <summary>The version of an officer's access that a page shows, for its form to carry. It changes with each link that is sent and with each withdrawal.</summary>
    public async Task<string> VersionAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, inspection, (await inspections.FindAsync(inspection, cancellation))?.Case.Lano, cancellation);
    }

    /// <summary>Sends the inspection's officer a new link; the older ones stop working when it goes out. Access that was withdrawn is given back.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="shown">The <see cref="VersionAsync"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is on its way.</returns>
    public async Task<string?> SendNewLinkAsync(Guid inspection, Recorder by, string? shown = null, CancellationToken cancellation = default)
    {
        var loaded = await inspections.FindAsync(inspection, cancellation);
        if (loaded?.Case.Lano is not { } person)
        {
            return "No officer has been nominated. Record the nomination first.";
        }

        await using var context = database.Open();
        if (shown is not null && shown != await VersionAsync(context, inspection, person, cancellation))
        {
            return Changed;
        }

        if (await IsOnItsWayAsync(context, loaded, cancellation))
        {
            return "A link is already on its way to the officer.";
        }

        // Of two who ask at once one is heard: the rules refuse a second asking while the first has not been answered.
        if (await inspections.RecordAsync(inspection, by, (_, _, now) => new LanoLinkAsked(now), cancellation) is Recording.Refused refused)
        {
            return refused.Because;
        }

        Instant? none = null;
        await context.People.Where(known => known.Id == person).ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, none), cancellation);
        return null;
    }

    /// <summary>Ends an officer's links and sessions at once; none works again until the coordinator sends a new link.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="person">The officer.</param>
    /// <param name="shown">The <see cref="VersionAsync"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> WithdrawAsync(Guid inspection, Guid person, string? shown = null, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, inspection, person, cancellation), async context =>
        {
            Instant? withdrawnAt = now;
            await context.People.Where(known => known.Id == person && known.Inspection == inspection && known.Role == RecipientRole.Lano)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, withdrawnAt), cancellation);
            await context.EndLinksAsync(link => link.Person == person && link.Inspection == inspection, LinkEnd.Withdrawn, now, cancellation);
            await context.EndSessionsAsync(session => session.Person == person && session.Inspection == inspection, now, cancellation);
        }, cancellation);
        if (stored)
        {
            LanoLog.AccessWithdrawn(logger, inspection);
        }

        return stored ? null : Changed;
    }

    /// <summary>
    /// Somebody asks for a link. An officer of today with this address is sent one, for each inspection; nobody else is, and whoever
    /// asks is told the same either way.
    /// </summary>
    public async Task AskAsync(string email, CancellationToken cancellation = default)
    {
        var sought = AddressForm.Clean(email);
        await using var context = database.Open();
        var officers = await context.People.AsNoTracking()
            .Where(person => person.Role == RecipientRole.Lano && person.AccessWithdrawnAt == null)
            .Where(person => person.Email.ToLower() == sought.ToLower())
            .ToListAsync(cancellation);
        foreach (var officer in officers)
        {
            try
            {
                if ((await inspections.FindAsync(officer.Inspection, cancellation))?.Case.Lano == officer.Id && await IsTimeAsync(context, officer, cancellation))
                {
                    await SendNewLinkAsync(officer.Inspection, new Recorder(RecorderRole.Lano, officer.Id), shown: null, cancellation);
                }
            }
            catch (BrokenChainException problem)
            {
                // An officer of two inspections is sent the link of the one that can be read.
                LanoLog.NotSent(logger, problem, officer.Inspection);
            }
        }

        LanoLog.LinkAskedFor(logger, officers.Count);
    }

    // Somebody else who knows the address must not be able to fill the officer's mailbox.
    private async Task<bool> IsTimeAsync(StoreContext context, Person officer, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Duration.FromMinutes(options.Value.MinutesBetweenLinks);
        return !await context.LanoLinks.AnyAsync(link => link.Person == officer.Id && link.MadeAt > since, cancellation);
    }

    private static async Task<string> VersionAsync(StoreContext context, Guid inspection, Guid? person, CancellationToken cancellation)
    {
        var officer = await context.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == person, cancellation);
        var asked = await context.Events.CountAsync(row => row.Inspection == inspection && Asking.Contains(row.Kind), cancellation);
        var rounds = await context.Notices.Where(notice => notice.Inspection == inspection && notice.Role == RecipientRole.Lano).SumAsync(notice => notice.Round, cancellation);
        return RowVersion.Of<object?>([officer?.Id, officer?.AccessWithdrawnAt, asked, rounds]);
    }

    /// <summary>Whether a notice with a link is owed to the officer, or waits to be sent.</summary>
    private async Task<bool> IsOnItsWayAsync(StoreContext context, LoadedInspection inspection, CancellationToken cancellation)
    {
        var owed = Duties.Notices(inspection.Case, inspection.Plan, clock.GetCurrentInstant()).Select(notice => (notice.Template, Role: notice.To));
        var waiting = await context.Notices.AsNoTracking()
            .Where(notice => notice.Inspection == inspection.Id && notice.State == NoticeState.Waiting).ToListAsync(cancellation);
        return owed.Concat(waiting.Select(notice => (notice.Template, notice.Role)))
            .Any(notice => NoticeMatrix.Find(inspection.Case, notice.Template, notice.Role) is { CarriesLink: true });
    }
}

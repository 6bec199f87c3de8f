using AreaSend.Core.Notices;
using AreaSend.Services.Engine;
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
    StoreDatabase database, InspectionStore inspections, NoticeServing serving, IOptions<LanoDoorOptions> options, IClock clock, ILogger<LanoAccess> logger)
{
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

    /// <summary>Sends the inspection's officer a new link; the older ones stop working when it goes out. Access that was withdrawn is given back.</summary>
    /// <returns>Why not, in a sentence; null when it is on its way.</returns>
    public async Task<string?> SendNewLinkAsync(Guid inspection, CancellationToken cancellation = default)
    {
        if ((await inspections.FindAsync(inspection, cancellation))?.Case.Lano is not { } person)
        {
            return "No officer has been nominated. Record the nomination first.";
        }

        await using var context = database.Open();
        if (await InvitationAsync(context, inspection, cancellation) is not { } key)
        {
            return "The invitation has not been written yet. It goes out by itself, and carries a link.";
        }

        Instant? none = null;
        await context.People.Where(known => known.Id == person).ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, none), cancellation);
        return await serving.SendAgainAsync(inspection, key, seen: null, cancellation);
    }

    /// <summary>Ends an officer's links and sessions at once; none works again until the coordinator sends a new link.</summary>
    public async Task WithdrawAsync(Guid inspection, Guid person, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        Instant? withdrawnAt = now;
        await context.People.Where(known => known.Id == person && known.Inspection == inspection && known.Role == RecipientRole.Lano)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessWithdrawnAt, withdrawnAt), cancellation);
        await context.EndLinksAsync(link => link.Person == person && link.Inspection == inspection, LinkEnd.Withdrawn, now, cancellation);
        await context.EndSessionsAsync(session => session.Person == person && session.Inspection == inspection, now, cancellation);
        await transaction.CommitAsync(cancellation);
        LanoLog.AccessWithdrawn(logger, inspection);
    }

    /// <summary>
    /// Somebody asks for a link. An officer of today with this address is sent one, for each inspection; nobody else is, and whoever
    /// asks is told the same either way.
    /// </summary>
    public async Task AskAsync(string email, CancellationToken cancellation = default)
    {
        var sought = email.Trim();
        await using var context = database.Open();
        var officers = await context.People.AsNoTracking()
            .Where(person => person.Role == RecipientRole.Lano && person.AccessWithdrawnAt == null)
            .Where(person => person.Email.ToLower() == sought.ToLower())
            .ToListAsync(cancellation);
        foreach (var officer in officers)
        {
            if ((await inspections.FindAsync(officer.Inspection, cancellation))?.Case.Lano == officer.Id && await IsTimeAsync(context, officer, cancellation))
            {
                await SendNewLinkAsync(officer.Inspection, cancellation);
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

    private static Task<string?> InvitationAsync(StoreContext context, Guid inspection, CancellationToken cancellation) =>
        context.Notices.Where(notice => notice.Inspection == inspection && notice.Template == LanoLinks.Invitation && notice.Role == RecipientRole.Lano)
            .OrderByDescending(notice => notice.RaisedSeq).Select(notice => (string?)notice.Key).FirstOrDefaultAsync(cancellation);
}

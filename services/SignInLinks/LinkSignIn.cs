using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>Somebody who is in a room of an inspection.</summary>
/// <param name="Session">The session.</param>
/// <param name="As">As what they were let in: the officer, a deputy, a leader or the forum.</param>
public sealed record GuestVisit(GuestSession Session, RecipientRole As)
{
    /// <summary>Whose rights they have: a deputy the officer's.</summary>
    public RecipientRole Role => As.InWhosePlace();
}

/// <summary>
/// Lets officers, leaders and the forum in: a link once, a session until it ends, each for one inspection and only while they hold their role in it.
/// </summary>
public sealed class LinkSignIn(
    StoreDatabase database, InspectionStore inspections, IOptions<GuestLinkOptions> options, IClock clock, ILogger<LinkSignIn> logger)
{
    /// <summary>What a link would do. Looking does not use it up: programs that guard mailboxes open every link.</summary>
    public async Task<LinkState> LookAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (await FindAsync(context, token, cancellation)).State;
    }

    /// <summary>Uses a link.</summary>
    /// <returns>The visit that it began; null where it did not work, and why.</returns>
    public async Task<(LinkState State, GuestVisit? Visit)> EnterAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var (state, link, person) = await FindAsync(context, token, cancellation);
        if (state != LinkState.Works)
        {
            LinkSignInLog.LinkRefused(logger, state, link?.Inspection);
            return (state, null);
        }

        var now = clock.GetCurrentInstant();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Set<GuestLink>().Where(waiting => waiting.Id == link!.Id).EndAsync(LinkEnd.Used, now, cancellation) == 0)
        {
            LinkSignInLog.LinkRefused(logger, LinkState.Used, link!.Inspection);
            return (LinkState.Used, null);
        }

        await context.Set<GuestLink>().Where(waiting => waiting.Person == link!.Person).EndAsync(LinkEnd.Replaced, now, cancellation);
        var session = new GuestSession
        {
            Id = Guid.NewGuid(),
            Link = link!.Id,
            Inspection = link.Inspection,
            Person = link.Person,
            BeganAt = now,
            ExpiresAt = now + Duration.FromHours(options.Value.SessionHours),
        };
        context.Set<GuestSession>().Add(session);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        LinkSignInLog.SessionBegan(logger, person!.Role, session.Inspection);
        return (LinkState.Works, new GuestVisit(session, person.Role));
    }

    /// <summary>Who is in by this session, if it still opens the room; null otherwise.</summary>
    public async Task<GuestVisit?> VisitAsync(Guid session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var found = await context.Set<GuestSession>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == session, cancellation);
        return
            found is { EndedAt: null }
            && clock.GetCurrentInstant() < found.ExpiresAt
            && await EntryAsync(context, found.Inspection, found.Person, cancellation) is { IsOpen: true, Role: var role }
            ? new GuestVisit(found, role)
            : null;
    }

    /// <summary>As what somebody may come in to an inspection; null for those who may not: others hold the role now, or the access was withdrawn.</summary>
    public async Task<RecipientRole?> RoleAsync(Guid inspection, Guid person, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (await EntryAsync(context, inspection, person, cancellation))?.Role;
    }

    /// <summary>Somebody signs out.</summary>
    public async Task LeaveAsync(Guid session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Set<GuestSession>().Where(known => known.Id == session).EndAsync(clock.GetCurrentInstant(), cancellation);
    }

    private async Task<(LinkState State, GuestLink? Link, Person? Person)> FindAsync(StoreContext context, string? token, CancellationToken cancellation)
    {
        if (LinkToken.HashOf(token) is not { } hash
            || await context.Set<GuestLink>().AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, cancellation) is not { } found)
        {
            return (LinkState.Unknown, null, null);
        }

        var person = await context.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == found.Person, cancellation);
        var state = await EntryAsync(context, found.Inspection, found.Person, cancellation) is not { } entry ? LinkState.Unknown
            : !entry.IsOpen ? LinkState.Closed
            : LinkStates.Of(found.End, found.ExpiresAt, clock.GetCurrentInstant());
        return (state, found, person);
    }

    /// <summary>As what somebody may come in, and whether the room is open; null for those who may not.</summary>
    private async Task<(RecipientRole Role, bool IsOpen)?> EntryAsync(StoreContext context, Guid inspection, Guid person, CancellationToken cancellation) =>
        await context.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == person && known.Inspection == inspection, cancellation) is { } guest
        && await inspections.FindAsync(inspection, cancellation) is { } loaded
        && await Guests.MayEnterAsync(context, loaded, guest, clock.GetCurrentInstant(), cancellation)
            ? (guest.Role, Guests.IsOpen(loaded, guest.Role)) : null;
}

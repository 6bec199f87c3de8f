using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>Somebody who is in the room.</summary>
/// <param name="Session">The session.</param>
/// <param name="Person">Who it is, and so of which area.</param>
public sealed record ReadyVisit(Guid Session, ReadyPerson Person);

/// <summary>Lets an area's own people in: a link once, a session until it ends, each only while the person's access stands.</summary>
public sealed class ReadyLinkSignIn(
    StoreDatabase database, IOptions<GuestLinkOptions> options, IOptions<ReadyOptions> room, IClock clock, ILogger<ReadyLinkSignIn> logger)
{
    /// <summary>What a link would do. Looking does not use it up: programs that guard mailboxes open every link.</summary>
    public async Task<LinkState> LookAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (await FindAsync(context, token, cancellation)).State;
    }

    /// <summary>Uses a link.</summary>
    /// <returns>The visit that it began; null where it did not work, and why.</returns>
    public async Task<(LinkState State, ReadyVisit? Visit)> EnterAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var (state, link, person) = await FindAsync(context, token, cancellation);
        if (state != LinkState.Works)
        {
            ReadyLog.LinkRefused(logger, state);
            return (state, null);
        }

        var now = clock.GetCurrentInstant();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Set<ReadyLink>().Where(waiting => waiting.Id == link!.Id).EndAsync(LinkEnd.Used, now, cancellation) == 0)
        {
            ReadyLog.LinkRefused(logger, LinkState.Used);
            return (LinkState.Used, null);
        }

        Instant? lastInAt = now;
        await context.Set<ReadyPerson>().Where(known => known.Id == person!.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastInAt, lastInAt), cancellation);
        var session = new ReadySession
        {
            Id = Guid.NewGuid(),
            Person = person!.Id,
            BeganAt = now,
            ExpiresAt = now + Duration.FromHours(options.Value.SessionHours),
        };
        context.Set<ReadySession>().Add(session);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (LinkState.Works, new ReadyVisit(session.Id, person));
    }

    /// <summary>Who is in by this session, if it still opens the room; null otherwise.</summary>
    public async Task<ReadyVisit?> VisitAsync(Guid session, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        await using var context = database.Open();
        var person = await (
            from known in context.Set<ReadySession>().AsNoTracking()
            where known.Id == session && known.EndedAt == null && known.ExpiresAt > now
            join somebody in context.Set<ReadyPerson>().AsNoTracking() on known.Person equals somebody.Id
            where somebody.RemovedAt == null
            select somebody).SingleOrDefaultAsync(cancellation);
        return person is null ? null : new ReadyVisit(session, person);
    }

    /// <summary>Somebody signs out.</summary>
    public async Task LeaveAsync(Guid session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Set<ReadySession>().Where(known => known.Id == session).EndAsync(clock.GetCurrentInstant(), cancellation);
    }

    private async Task<(LinkState State, ReadyLink? Link, ReadyPerson? Person)> FindAsync(StoreContext context, string? token, CancellationToken cancellation)
    {
        if (LinkToken.HashOf(token) is not { } hash
            || await context.Set<ReadyLink>().AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, cancellation) is not { } found)
        {
            return (LinkState.Unknown, null, null);
        }

        var person = await context.Set<ReadyPerson>().AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == found.Person && known.RemovedAt == null, cancellation);
        var now = clock.GetCurrentInstant();
        var mayEnter = person is not null && !(person.HasOnlyKnocked() && await context.IsInUseAsync(person.Area, now, room.Value, cancellation));
        var state = mayEnter ? LinkStates.Of(found.End, found.ExpiresAt, now) : LinkState.Unknown;
        return (state, found, person);
    }
}

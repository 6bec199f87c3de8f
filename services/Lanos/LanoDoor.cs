using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Lanos;

/// <summary>Lets nominated officers in: a link once, a session until it ends, each for one inspection and only while the officer is its officer.</summary>
public sealed class LanoDoor(
    StoreDatabase database, InspectionStore inspections, IOptions<LanoDoorOptions> options, IClock clock, ILogger<LanoDoor> logger)
{
    /// <summary>What a link would do. Looking does not use it up: programs that guard mailboxes open every link.</summary>
    public async Task<LinkState> LookAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (await FindAsync(context, token, cancellation)).State;
    }

    /// <summary>Uses a link.</summary>
    /// <returns>The session that it began; null where it did not work, and why.</returns>
    public async Task<(LinkState State, LanoSession? Session)> EnterAsync(string? token, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var (state, link) = await FindAsync(context, token, cancellation);
        if (state != LinkState.Works)
        {
            LanoLog.LinkRefused(logger, state, link?.Inspection);
            return (state, null);
        }

        var now = clock.GetCurrentInstant();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.EndLinksAsync(waiting => waiting.Id == link!.Id, LinkEnd.Used, now, cancellation) == 0)
        {
            LanoLog.LinkRefused(logger, LinkState.Used, link!.Inspection);
            return (LinkState.Used, null);
        }

        await context.EndLinksAsync(waiting => waiting.Person == link!.Person, LinkEnd.Replaced, now, cancellation);
        var session = new LanoSession
        {
            Id = Guid.NewGuid(),
            Link = link!.Id,
            Inspection = link.Inspection,
            Person = link.Person,
            BeganAt = now,
            ExpiresAt = now + Duration.FromHours(options.Value.SessionHours),
        };
        context.LanoSessions.Add(session);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        LanoLog.SessionBegan(logger, session.Inspection);
        return (LinkState.Works, session);
    }

    /// <summary>The session, if it still opens the room; null otherwise.</summary>
    public async Task<LanoSession?> SessionAsync(Guid session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var found = await context.LanoSessions.AsNoTracking().SingleOrDefaultAsync(known => known.Id == session, cancellation);
        return found is { EndedAt: null }
            && clock.GetCurrentInstant() < found.ExpiresAt
            && await MayEnterAsync(context, found.Inspection, found.Person, cancellation) ? found : null;
    }

    /// <summary>Whether somebody is the inspection's officer, and the coordinator has not withdrawn the access.</summary>
    public async Task<bool> IsOpenToAsync(Guid inspection, Guid person, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await MayEnterAsync(context, inspection, person, cancellation);
    }

    /// <summary>The officer signs out.</summary>
    public async Task LeaveAsync(Guid session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.EndSessionsAsync(known => known.Id == session, clock.GetCurrentInstant(), cancellation);
    }

    private async Task<(LinkState State, LanoLink? Link)> FindAsync(StoreContext context, string? token, CancellationToken cancellation)
    {
        if (LanoToken.HashOf(token) is not { } hash
            || await context.LanoLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, cancellation) is not { } found)
        {
            return (LinkState.Unknown, null);
        }

        var state = await MayEnterAsync(context, found.Inspection, found.Person, cancellation)
            ? LinkStates.Of(found.End, found.ExpiresAt, clock.GetCurrentInstant()) : LinkState.Unknown;
        return (state, found);
    }

    // The area may have nominated somebody else since.
    private async Task<bool> MayEnterAsync(StoreContext context, Guid inspection, Guid person, CancellationToken cancellation) =>
        await context.People.AnyAsync(known => known.Id == person && known.AccessWithdrawnAt == null, cancellation)
        && (await inspections.FindAsync(inspection, cancellation))?.Case.Lano == person;
}

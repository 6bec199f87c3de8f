using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>
/// The sessions of those who have signed in. Times are the machine's own and never the sandbox's: a clock that is moved on a month must not sign anybody out.
/// </summary>
public sealed class StaffSessions(StoreDatabase database)
{
    /// <summary>A new session.</summary>
    public async Task BeginAsync(StaffSession session, CancellationToken cancellation = default)
    {
        await using var context = database.Open();

        // Here, where somebody is let in and nobody waits for a page: what has ended by itself is of no use to anyone.
        await context.Set<StaffSession>().Where(old => old.ExpiresAt < session.BeganAt).ExecuteDeleteAsync(cancellation);
        context.Set<StaffSession>().Add(session);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The session, if it has not ended; null otherwise.</summary>
    public async Task<StaffSession?> FindAsync(Guid id, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<StaffSession>().AsNoTracking().SingleOrDefaultAsync(session => session.Id == id && session.ExpiresAt > now, cancellation);
    }

    /// <summary>Keeps a session's ticket, and how long it lasts unless it is used again.</summary>
    public async Task KeepAsync(Guid id, byte[] ticket, Instant expiresAt, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Set<StaffSession>().Where(session => session.Id == id).ExecuteUpdateAsync(
            session => session.SetProperty(row => row.Ticket, ticket).SetProperty(row => row.ExpiresAt, expiresAt), cancellation);
    }

    /// <summary>
    /// Whether the caller is the one who asks the identity provider now. Of several requests at once, one does: a token for renewal works a single time, and a
    /// provider takes its second use for theft.
    /// </summary>
    /// <param name="id">The session.</param>
    /// <param name="before">Only if it was last asked before this moment.</param>
    /// <param name="now">When it is asked now.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<bool> ClaimAsync(Guid id, Instant before, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<StaffSession>().Where(session => session.Id == id && session.AskedAt < before)
            .ExecuteUpdateAsync(session => session.SetProperty(row => row.AskedAt, now), cancellation) == 1;
    }

    /// <summary>The identity provider has said that the person still has these roles.</summary>
    public async Task ConfirmAsync(Guid id, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Set<StaffSession>().Where(session => session.Id == id)
            .ExecuteUpdateAsync(session => session.SetProperty(row => row.ConfirmedAt, now), cancellation);
    }

    /// <summary>Ends a session at once, on every replica.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Set<StaffSession>().Where(session => session.Id == id).ExecuteDeleteAsync(cancellation);
    }
}

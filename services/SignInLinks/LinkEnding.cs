using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.SignInLinks;

internal static class LinkEnding
{
    /// <summary>Ends those of the links that still wait.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> EndAsync<TLink>(this IQueryable<TLink> links, LinkEnd end, Instant now, CancellationToken cancellation)
        where TLink : OneTimeLink
    {
        Instant? endedAt = now;
        LinkEnd? how = end;
        return links.Where(link => link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, endedAt).SetProperty(link => link.End, how), cancellation);
    }

    /// <summary>Ends those of the sessions that go on.</summary>
    public static Task<int> EndAsync<TSession>(this IQueryable<TSession> sessions, Instant now, CancellationToken cancellation)
        where TSession : LinkSession
    {
        Instant? endedAt = now;
        return sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, endedAt), cancellation);
    }
}

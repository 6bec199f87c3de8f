using System.Linq.Expressions;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Lanos;

internal static class LinkEnding
{
    /// <summary>Ends those of the links that still wait.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> EndLinksAsync(
        this StoreContext context, Expression<Func<LanoLink, bool>> which, LinkEnd end, Instant now, CancellationToken cancellation)
    {
        Instant? endedAt = now;
        LinkEnd? how = end;
        return context.LanoLinks.Where(which).Where(link => link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, endedAt).SetProperty(link => link.End, how), cancellation);
    }

    /// <summary>Ends those of the sessions that go on.</summary>
    public static Task<int> EndSessionsAsync(
        this StoreContext context, Expression<Func<LanoSession, bool>> which, Instant now, CancellationToken cancellation)
    {
        Instant? endedAt = now;
        return context.LanoSessions.Where(which).Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, endedAt), cancellation);
    }
}

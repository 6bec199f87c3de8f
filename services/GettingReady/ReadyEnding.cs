using System.Linq.Expressions;
using AreaSend.Services.Lanos;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady;

internal static class ReadyEnding
{
    /// <summary>Ends those of the links that still wait.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> EndReadyLinksAsync(this StoreContext context, Expression<Func<ReadyLink, bool>> which, LinkEnd end, Instant now, CancellationToken cancellation)
    {
        Instant? endedAt = now;
        LinkEnd? how = end;
        return context.ReadyLinks.Where(which).Where(link => link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, endedAt).SetProperty(link => link.End, how), cancellation);
    }

    /// <summary>Ends those of the sessions that go on.</summary>
    public static Task<int> EndReadySessionsAsync(this StoreContext context, Expression<Func<ReadySession, bool>> which, Instant now, CancellationToken cancellation)
    {
        Instant? endedAt = now;
        return context.ReadySessions.Where(which).Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, endedAt), cancellation);
    }
}

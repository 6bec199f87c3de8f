using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>Whether an area's room has people who use it: until it has, and again when it has been left, the console's contacts open it.</summary>
internal static class RoomInUse
{
    public static Task<bool> IsInUseAsync(this StoreContext context, string area, Instant now, ReadyOptions options, CancellationToken cancellation)
    {
        var since = now - Duration.FromDays(options.DaysUntilAbandoned);
        return context.Set<ReadyPerson>().AnyAsync(person => person.Area == area && person.RemovedAt == null && person.LastInAt > since, cancellation);
    }

    /// <summary>Somebody whom only the console's contacts have named, and who has not come in: for such a one the room is closed once others use it.</summary>
    public static bool HasOnlyKnocked(this ReadyPerson person) => person is { AddedBy: null, LastInAt: null };
}

using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Makes the store ready: its tables, the local areas, and bank holidays where it has none.</summary>
public sealed class StoreStart(StoreDatabase database, Editions editions, IClock clock)
{
    // Any number that nothing else in this database takes.
    private const long OneAtATime = 0x_A4EA_5E4D;

    /// <summary>Brings the database up to date. Done again, it changes nothing.</summary>
    /// <exception cref="NewerStoreException">A later release has brought it up to date: what it writes, this one may not be able to read.</exception>
    /// <exception cref="OtherStoreException">Its tables are from before the first release.</exception>
    public async Task ReadyAsync(CancellationToken cancellation = default)
    {
        // Asked for first: a setting that names an edition which is not held stops the host before it touches anything.
        _ = editions.Current;
        await database.RefuseNewerAsync(cancellation);
        await database.MigrateAsync(cancellation);
        await using var context = database.Open();
        await using var alone = await context.Database.BeginTransactionAsync(cancellation);
        if (context.Database.IsNpgsql())
        {
            // Replicas that start together would each find nothing there, and each write it.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancellation);
        }

        await CalendarLibrary.SeedAsync(context, clock.GetCurrentInstant(), cancellation);
        await SeedAreasAsync(context, cancellation);
        await alone.CommitAsync(cancellation);
    }

    private static async Task SeedAreasAsync(StoreContext context, CancellationToken cancellation)
    {
        var known = await context.Areas.ToDictionaryAsync(area => area.Code, cancellation);
        foreach (var authority in LocalAuthorities.All)
        {
            if (!known.TryGetValue(authority.Code, out var area))
            {
                context.Areas.Add(new Area { Code = authority.Code, Name = authority.DisplayName, Region = authority.Region });
                continue;
            }

            (area.Name, area.Region) = (authority.DisplayName, authority.Region);
        }

        await context.SaveChangesAsync(cancellation);
    }
}

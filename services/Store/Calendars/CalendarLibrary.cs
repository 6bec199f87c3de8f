using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Calendars;
using AreaSend.Services.ReferenceData;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store.Calendars;

/// <summary>A calendar and the version by which inspections name it.</summary>
public sealed record VersionedCalendar(string Version, WorkingDayCalendar Calendar);

/// <summary>The working-day calendars of the store by version, each built once. Safe to share.</summary>
public sealed class CalendarLibrary(StoreDatabase database)
{
    private readonly ConcurrentDictionary<string, WorkingDayCalendar> _byVersion = new();

    /// <summary>The version of a feed's content: its SHA-256.</summary>
    public static string VersionOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The calendar that an inspection is counted with.</summary>
    /// <exception cref="InvalidOperationException">The store holds no such version.</exception>
    public async ValueTask<WorkingDayCalendar> GetAsync(string version, CancellationToken cancellation = default)
    {
        if (_byVersion.TryGetValue(version, out var known))
        {
            return known;
        }

        await using var context = database.Open();
        return await GetAsync(context, version, cancellation);
    }

    /// <summary>The same for somebody who reads from the store already: many at once must not wait for each other's second connection.</summary>
    internal async ValueTask<WorkingDayCalendar> GetAsync(StoreContext context, string version, CancellationToken cancellation)
    {
        if (_byVersion.TryGetValue(version, out var known))
        {
            return known;
        }

        var content = await context.CalendarSnapshots.Where(row => row.Version == version).Select(row => row.Content).SingleOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException($"The store holds no bank holidays of version {version}.");
        return _byVersion.GetOrAdd(version, _ => new WorkingDayCalendar(BankHolidayFeed.Read(content)));
    }

    /// <summary>The calendar in force, which new inspections are counted with.</summary>
    public async Task<VersionedCalendar> CurrentAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var version = await context.CalendarSnapshots.OrderByDescending(row => row.Adoption).Select(row => row.Version).FirstAsync(cancellation);
        return new VersionedCalendar(version, await GetAsync(version, cancellation));
    }

    /// <summary>Puts the shipped bank holidays into a store that has none.</summary>
    internal static async Task SeedAsync(StoreContext context, Instant now, CancellationToken cancellation)
    {
        if (!await context.CalendarSnapshots.AnyAsync(cancellation))
        {
            var content = ShippedFile.BankHolidays();
            context.CalendarSnapshots.Add(new CalendarSnapshot
            {
                Version = VersionOf(content), Content = content, FetchedAt = now, Source = CalendarSnapshot.Shipped, AdoptedAt = now, Adoption = 1,
            });
            await context.SaveChangesAsync(cancellation);
        }
    }
}

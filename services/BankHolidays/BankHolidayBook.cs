using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>Takes bank holidays into force, keeps all that were, and keeps the record of refreshes and alarms.</summary>
public sealed class BankHolidayBook(StoreDatabase database, CalendarLibrary calendars, IClock clock)
{
    /// <summary>Puts a feed's content in force, if it can be relied on and is not in force already.</summary>
    /// <param name="content">The JSON.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why it was not taken, in a sentence; null when it is in force now.</returns>
    public async Task<string?> AdoptAsync(string content, string source, CancellationToken cancellation = default)
    {
        var current = await calendars.CurrentAsync(cancellation);
        var version = CalendarLibrary.VersionOf(content);
        if (version == current.Version)
        {
            await NoteAsync(source, "Unchanged.", cancellation);
            return null;
        }

        if (WhyNot(content, current, out var next) is { } because)
        {
            await AlarmAsync(source, because, cancellation);
            return because;
        }

        await using (var context = database.Open())
        {
            var adoption = 1 + await context.CalendarSnapshots.MaxAsync(row => row.Adoption, cancellation);
            var existing = await context.CalendarSnapshots.SingleOrDefaultAsync(row => row.Version == version, cancellation);
            CalendarLibrary.Adopt(context, existing, content, source, clock.GetCurrentInstant(), adoption);
            await context.SaveChangesAsync(cancellation);
        }

        await NoteAsync(source, CalendarChange.Show(current.Calendar.BankHolidays, next!), cancellation);
        return null;
    }

    /// <summary>A refresh failed: the alarm stands until one succeeds.</summary>
    public async Task AlarmAsync(string source, string sentence, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var now = clock.GetCurrentInstant();
        var standing = await context.CalendarAlarms.FirstOrDefaultAsync(alarm => alarm.ClearedAt == null && alarm.Sentence == sentence, cancellation);
        if (standing is null)
        {
            context.CalendarAlarms.Add(new CalendarAlarm { RaisedAt = now, LastSeenAt = now, Sentence = sentence });
        }
        else
        {
            standing.LastSeenAt = now;
        }

        context.CalendarRefreshes.Add(new CalendarRefresh { At = now, Source = source, Result = sentence });
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The alarms that stand, oldest first.</summary>
    public async Task<IReadOnlyList<CalendarAlarm>> AlarmsAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.CalendarAlarms.AsNoTracking().Where(alarm => alarm.ClearedAt == null).OrderBy(alarm => alarm.Id).ToListAsync(cancellation);
    }

    private static string? WhyNot(string content, VersionedCalendar current, out BankHolidaySet? next)
    {
        try
        {
            next = BankHolidayFeed.Parse(content);
            return BankHolidayFeed.WhyItShrank(current.Calendar.BankHolidays, next);
        }
        catch (BankHolidayFeedException malformed)
        {
            next = null;
            return malformed.Message;
        }
    }

    private async Task NoteAsync(string source, string result, CancellationToken cancellation)
    {
        await using var context = database.Open();
        Instant? now = clock.GetCurrentInstant();
        await context.CalendarAlarms.Where(alarm => alarm.ClearedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(alarm => alarm.ClearedAt, now), cancellation);
        context.CalendarRefreshes.Add(new CalendarRefresh { At = now.Value, Source = source, Result = result });
        await context.SaveChangesAsync(cancellation);
    }
}

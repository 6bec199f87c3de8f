using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>
/// Takes bank holidays into force, keeps all that were, and keeps the record of refreshes and alarms. In force are the feed's days, merged
/// with the past that the feed has dropped, and over them what coordinators have set by hand.
/// </summary>
public sealed class BankHolidayBook(StoreDatabase database, CalendarLibrary calendars, IClock clock)
{
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>Merges a feed's content into the days held and puts the result in force, if the feed can be relied on and says anything new.</summary>
    /// <param name="content">The JSON.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why it was not taken, in a sentence; null when it is in force now.</returns>
    public async Task<string?> AdoptAsync(string content, string source, CancellationToken cancellation = default)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            await using var context = database.Open();
            var held = await HeldAsync(context, cancellation);
            if (WhyNot(content, held, out var feed) is { } because)
            {
                await AlarmAsync(source, because, cancellation);
                return because;
            }

            var merged = BankHolidayMerge.Merge(held.Feed, feed!);
            var ended = await EndAsync(held, merged, cancellation);
            var result = await PutAsync(context, held, merged, source, cancellation);
            await NoteAsync(source, string.Join(' ', ended.Prepend(result)), cancellation);
            return null;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>A refresh failed: the alarm stands until one succeeds.</summary>
    public async Task AlarmAsync(string source, string sentence, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var now = clock.GetCurrentInstant();
        var standing = await context.CalendarAlarms.FirstOrDefaultAsync(alarm => alarm.ClearedAt == null && alarm.Sentence == sentence, cancellation);
        if (standing is null)
        {
            // What went wrong before is not what is wrong now: one alarm stands at a time.
            await ClearAsync(context, now, cancellation);
            context.CalendarAlarms.Add(new CalendarAlarm { RaisedAt = now, LastSeenAt = now, Sentence = sentence });
        }
        else
        {
            standing.LastSeenAt = now;
        }

        context.CalendarRefreshes.Add(new CalendarRefresh { At = now, Source = source, Result = sentence });
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The alarm that stands, if one does.</summary>
    public async Task<IReadOnlyList<CalendarAlarm>> AlarmsAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.CalendarAlarms.AsNoTracking().Where(alarm => alarm.ClearedAt == null).OrderBy(alarm => alarm.Id).ToListAsync(cancellation);
    }

    /// <summary>Where the bank holidays of a version come from, and the last refresh; null where there was none.</summary>
    public async Task<(CalendarSnapshot Snapshot, CalendarRefresh? Last)> SourceAsync(string version, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return (
            await context.CalendarSnapshots.AsNoTracking().SingleAsync(row => row.Version == version, cancellation),
            await context.CalendarRefreshes.AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>What is in force, as a change would find it.</summary>
    internal async Task<HeldBankHolidays> HeldAsync(StoreContext context, CancellationToken cancellation)
    {
        var snapshot = await context.CalendarSnapshots.OrderByDescending(row => row.Adoption).FirstAsync(cancellation);
        var feed = await calendars.GetAsync(snapshot.FeedVersion ?? snapshot.Version, cancellation);
        var byHand = await context.Set<BankHolidayDecision>().Where(row => row.EndedAt == null).OrderBy(row => row.DecidedAt).ToListAsync(cancellation);
        return new HeldBankHolidays(snapshot, feed.BankHolidays, byHand);
    }

    /// <summary>Changes what is set by hand, in the same transaction as the calendar that follows from it.</summary>
    /// <param name="version">Version of the calendar that the coordinator was shown; another in force refuses the change.</param>
    /// <param name="change">Adds or ends a decision; says why not, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<string?> ChangeAsync(string version, Func<StoreContext, HeldBankHolidays, string?> change, CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            await using var context = database.Open();
            var held = await HeldAsync(context, cancellation);
            if (held.Snapshot.Version != version)
            {
                return "The bank holidays have changed since you were shown what this would move, so nothing was recorded. Look again, then confirm.";
            }

            if (change(context, held) is { } because)
            {
                return because;
            }

            await PutAsync(context, held, held.Feed, "set by hand", cancellation);
            return null;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Puts in force what follows from the feed's days and the decisions that stand. Says in words what is different.</summary>
    private async Task<string> PutAsync(StoreContext context, HeldBankHolidays held, BankHolidaySet feed, string source, CancellationToken cancellation)
    {
        var before = (await calendars.GetAsync(held.Snapshot.Version, cancellation)).BankHolidays;
        var after = held.Standing.Aggregate(feed, (set, decision) => decision.ApplyTo(set));
        var feedRow = await RowAsync(context, feed, held.FeedVersion, held.Feed, source, cancellation);
        var row = after.SameAs(before) ? held.Snapshot : after.SameAs(feed) ? feedRow : await RowAsync(context, after, null, null, source, cancellation);
        row.FeedVersion = row.Version == feedRow.Version ? null : feedRow.Version;
        if (row != held.Snapshot)
        {
            row.AdoptedAt = clock.GetCurrentInstant();
            row.Adoption = 1 + held.Snapshot.Adoption;
        }

        await context.SaveChangesAsync(cancellation);
        return after.SameAs(before) ? "Unchanged." : CalendarChange.Show(before, after);
    }

    private async Task<CalendarSnapshot> RowAsync(
        StoreContext context, BankHolidaySet set, string? knownVersion, BankHolidaySet? known, string source, CancellationToken cancellation)
    {
        var content = BankHolidayFeed.Write(set);
        var version = known is not null && set.SameAs(known) ? knownVersion! : CalendarLibrary.VersionOf(content);
        var row = await context.CalendarSnapshots.SingleOrDefaultAsync(row => row.Version == version, cancellation);
        if (row is null)
        {
            var now = clock.GetCurrentInstant();
            row = new CalendarSnapshot { Version = version, Content = content, FetchedAt = now, Source = source, AdoptedAt = now, Adoption = 0 };
            context.CalendarSnapshots.Add(row);
        }

        return row;
    }

    private async Task<IReadOnlyList<string>> EndAsync(HeldBankHolidays held, BankHolidaySet feed, CancellationToken cancellation)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var said = new List<string>();
        foreach (var decision in held.Standing.ToList())
        {
            var then = (await calendars.GetAsync(decision.FeedThen, cancellation)).BankHolidays;
            if (FeedVerdict.Of(decision, then, feed, today) is { Ending: { } ending, Sentence: var sentence })
            {
                (decision.EndedAt, decision.Ending, decision.EndedBecause) = (clock.GetCurrentInstant(), ending, sentence);
                said.Add(sentence);
            }
        }

        return said;
    }

    private string? WhyNot(string content, HeldBankHolidays held, out BankHolidaySet? feed)
    {
        try
        {
            feed = BankHolidayFeed.Parse(content);
            return BankHolidayMerge.WhyNot(held.Feed, feed, LondonTime.DateOf(clock.GetCurrentInstant()));
        }
        catch (BankHolidayFeedException malformed)
        {
            feed = null;
            return malformed.Message;
        }
    }

    private async Task NoteAsync(string source, string result, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var now = clock.GetCurrentInstant();
        await ClearAsync(context, now, cancellation);
        context.CalendarRefreshes.Add(new CalendarRefresh { At = now, Source = source, Result = result });
        await context.SaveChangesAsync(cancellation);
    }

    private static Task<int> ClearAsync(StoreContext context, Instant? now, CancellationToken cancellation) =>
        context.CalendarAlarms.Where(alarm => alarm.ClearedAt == null).ExecuteUpdateAsync(set => set.SetProperty(alarm => alarm.ClearedAt, now), cancellation);
}

/// <summary>The bank holidays in force, and what they are made of.</summary>
/// <param name="Snapshot">The list in force.</param>
/// <param name="Feed">The feed's own days beneath what is set by hand.</param>
/// <param name="ByHand">The decisions that were in force when it was read, oldest first.</param>
internal sealed record HeldBankHolidays(CalendarSnapshot Snapshot, BankHolidaySet Feed, List<BankHolidayDecision> ByHand)
{
    /// <summary>Version of <see cref="Feed"/>.</summary>
    public string FeedVersion => Snapshot.FeedVersion ?? Snapshot.Version;

    /// <summary>Those of <see cref="ByHand"/> that have not been ended since.</summary>
    public IEnumerable<BankHolidayDecision> Standing => ByHand.Where(decision => decision.EndedAt is null);
}

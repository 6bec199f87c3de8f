using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Who is on site when, and what does not go well together.</summary>
public sealed class ProgrammeLoad(NationalProgramme programme, CalendarLibrary calendars, StoreDatabase database)
{
    /// <summary>From this week on.</summary>
    public async Task<LoadView> ReadAsync(CancellationToken cancellation = default)
    {
        var view = await programme.ReadAsync(cancellation);
        var thisWeek = Weeks.MondayOf(view.AsOf);
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        await using var context = database.Open();
        var holidays = (await context.SchoolHolidays.AsNoTracking().Where(holiday => holiday.To >= thisWeek).ToListAsync(cancellation))
            .ToLookup(holiday => holiday.Area, holiday => new SchoolHoliday(holiday.Name, holiday.From, holiday.To));
        var coming = view.Areas.SelectMany(standing => standing.History.Held, (standing, activity) => (standing.Area, activity)).Where(pair => pair.activity.Ends >= thisWeek).ToList();
        var leads = await LeadsAsync(context, [.. coming.Select(pair => pair.activity)], cancellation);
        return new(
            view.AsOf,
            [
                .. from pair in coming
                   let onSite = new OnSite(pair.Area, pair.activity, leads.GetValueOrDefault(pair.activity.Id))
                   from week in Weeks.MondaysOf(LocalDate.Max(thisWeek, pair.activity.Starts), pair.activity.Ends)
                   group onSite by week into same
                   orderby same.Key
                   select new WeekLoad(same.Key, [.. same.OrderBy(one => one.Activity.Starts).ThenBy(one => one.Area.DisplayName, StringComparer.Ordinal)]),
            ],
            [
                .. from standing in view.Areas
                   from clash in Clash.Of(VisitsOf(standing.History), calendar, [.. holidays[standing.Area.Code]], view.Edition.Cycle)
                   where clash.To >= view.AsOf
                   orderby clash.From, standing.Area.DisplayName
                   select new AreaClash(standing.Area, clash),
            ]);
    }

    private static IEnumerable<AreaVisit> VisitsOf(AreaHistory history) =>
        history.Past.Where(past => past.Kind != ActivityKind.WrittenStatement && (past.Starts ?? past.Ends) is not null)
            .Select(past => new AreaVisit(past.Kind.Name(), past.Starts ?? past.Ends!.Value, past.Ends ?? past.Starts!.Value, past.Kind.IsMonitoring(), IsPlanned: false))
            .Concat(history.Ahead.Select(held => new AreaVisit(held.Kind.Name(), held.Starts, held.Ends, held.Kind.IsMonitoring(), IsPlanned: true)));

    private static async Task<Dictionary<Guid, string>> LeadsAsync(StoreContext context, IReadOnlyList<HeldActivity> activities, CancellationToken cancellation)
    {
        var ids = activities.Select(activity => activity.Id).ToList();
        var people = (await context.People.AsNoTracking().Where(person => person.Role == RecipientRole.LeadInspector && ids.Contains(person.Inspection)).ToListAsync(cancellation))
            .ToLookup(person => person.Inspection);
        return activities.Select(activity => (activity.Id, Lead: people[activity.Id].ToList().HolderOn(activity.Starts))).Where(pair => pair.Lead is not null).ToDictionary(pair => pair.Id, pair => pair.Lead!.Name);
    }
}

/// <summary>The weeks with somebody on site, and the clashes.</summary>
/// <param name="AsOf">Today.</param>
/// <param name="Weeks">From this week on, those in which somebody is on site.</param>
/// <param name="Clashes">Those that have not passed, in order of their first day.</param>
public sealed record LoadView(LocalDate AsOf, IReadOnlyList<WeekLoad> Weeks, IReadOnlyList<AreaClash> Clashes);

/// <summary>Who is on site in a week.</summary>
public sealed record WeekLoad(LocalDate Monday, IReadOnlyList<OnSite> OnSite);

/// <summary>An inspection on site.</summary>
/// <param name="Area">Where.</param>
/// <param name="Activity">The inspection.</param>
/// <param name="Lead">The lead inspector's name; null where nobody is named.</param>
public sealed record OnSite(LocalAuthority Area, HeldActivity Activity, string? Lead);

/// <summary>A clash, and the area that it is in.</summary>
public sealed record AreaClash(LocalAuthority Area, Clash Clash);

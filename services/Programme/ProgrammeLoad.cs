using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Who is on site when, and what does not go well together.</summary>
public sealed class ProgrammeLoad(NationalProgramme programme, CalendarLibrary calendars, StoreDatabase database)
{
    private readonly BySight<AreaClashes> _clashes = new();

    /// <summary>What goes on in a week or after it.</summary>
    /// <param name="from">A day of that week; null for this week.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LoadView> ReadAsync(LocalDate? from = null, CancellationToken cancellation = default)
    {
        var view = await programme.ReadAsync(cancellation);
        var first = Weeks.MondayOf(from ?? view.AsOf);
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        await using var context = database.Open();
        var schools = (await context.SchoolHolidays.AsNoTracking().Where(holiday => holiday.To >= first).OrderBy(holiday => holiday.Id)
                .Select(holiday => new { holiday.Area, holiday.Name, holiday.From, holiday.To }).ToListAsync(cancellation))
            .ConvertAll(holiday => (holiday.Area, Days: new SchoolHoliday(holiday.Name, holiday.From, holiday.To)));
        var holidays = schools.ToLookup(holiday => holiday.Area, holiday => holiday.Days);
        var coming = view.Areas.SelectMany(standing => standing.History.Held, (standing, activity) => (standing.Area, activity))
            .Where(pair => pair.activity.LastStageEnds(view.AsOf) >= first).ToList();
        var leads = await LeadsAsync(context, [.. coming.Select(pair => pair.activity)], cancellation);
        List<Scheduled> inspections =
        [
            .. from pair in coming
               orderby pair.activity.Starts, pair.Area.DisplayName
               select new Scheduled(pair.Area, pair.activity, leads[pair.activity.Id]),
        ];
        if (_clashes.Value is not { } inAreas || !inAreas.AreOf(view, calendar, schools))
        {
            _clashes.Value = inAreas = new(view, calendar, schools, [
                .. from standing in view.Areas
                   from clash in Clash.Of(standing.History.Visits, calendar, [.. holidays[standing.Area.Code]], view.Edition.Cycle)
                   select new AreaClash(standing.Area, clash),
            ]);
        }

        return new(
            view.AsOf,
            inspections,
            [
                .. inAreas.Clashes.Concat(OfLeads(inspections))
                    .Where(one => one.Clash.To >= view.AsOf)
                    .OrderBy(one => one.Clash.From)
                    .ThenBy(one => one.Area.DisplayName, StringComparer.Ordinal),
            ],
            calendar.BankHolidays.Holidays,
            holidays);
    }

    // Two people may have one name; nobody shares an address.
    private static IEnumerable<AreaClash> OfLeads(IEnumerable<Scheduled> inspections) =>
        from led in inspections.SelectMany(one => one.Leads.All.DistinctBy(lead => lead.Email), (one, lead) => (One: one, Lead: lead))
            .GroupBy(pair => pair.Lead.Email, StringComparer.OrdinalIgnoreCase)
        from clash in Clash.OfLead(led.First().Lead.Name, led.Select(pair => pair.One.AsVisit()))
        from area in led.Where(pair => clash.Between.Contains(pair.One.AsVisit())).Select(pair => pair.One.Area).Distinct()
        select new AreaClash(area, clash);

    private static async Task<Dictionary<Guid, Leads>> LeadsAsync(StoreContext context, IReadOnlyList<HeldActivity> activities, CancellationToken cancellation)
    {
        var people = await Leads.ReadAsync(context, [.. activities.Select(activity => activity.Id)], cancellation);
        return activities.ToDictionary(activity => activity.Id, activity => Leads.On(people[activity.Id], activity.Starts));
    }

    /// <summary>The clashes in areas, and all that they were found from: they are found anew where any of it is another.</summary>
    private sealed record AreaClashes(
        ProgrammeView Programme, WorkingDayCalendar Calendar, IReadOnlyList<(string Area, SchoolHoliday Days)> Schools, IReadOnlyList<AreaClash> Clashes)
    {
        public bool AreOf(ProgrammeView programme, WorkingDayCalendar calendar, IEnumerable<(string Area, SchoolHoliday Days)> schools) =>
            ReferenceEquals(Programme, programme) && ReferenceEquals(Calendar, calendar) && Schools.SequenceEqual(schools);
    }
}

/// <summary>What goes on from a week on.</summary>
/// <param name="AsOf">Today.</param>
/// <param name="Inspections">Those whose draft is not shared before that week, in order of their first day.</param>
/// <param name="Clashes">Those that have not passed, in order of their first day.</param>
/// <param name="BankHolidays">All that are known.</param>
/// <param name="SchoolHolidays">Those of each area, by its code.</param>
public sealed record LoadView(
    LocalDate AsOf,
    IReadOnlyList<Scheduled> Inspections,
    IReadOnlyList<AreaClash> Clashes,
    IReadOnlyList<BankHoliday> BankHolidays,
    ILookup<string, SchoolHoliday> SchoolHolidays)
{
    /// <summary>From this week on, the weeks in which somebody is on site.</summary>
    public IReadOnlyList<WeekLoad> Weeks =>
    [
        .. from one in Inspections
           from week in Core.Calendars.Weeks.MondaysOf(LocalDate.Max(Core.Calendars.Weeks.MondayOf(AsOf), one.Activity.Starts), one.Activity.Ends)
           group one by week into same
           orderby same.Key
           select new WeekLoad(same.Key, [.. same]),
    ];
}

/// <summary>Who is on site in a week.</summary>
public sealed record WeekLoad(LocalDate Monday, IReadOnlyList<Scheduled> OnSite);

/// <summary>An inspection in its area.</summary>
/// <param name="Area">Where.</param>
/// <param name="Activity">The inspection.</param>
/// <param name="Leads">Who leads it on its first day.</param>
public sealed record Scheduled(LocalAuthority Area, HeldActivity Activity, Leads Leads)
{
    internal AreaVisit AsVisit() =>
        new($"{Activity.Kind.Name()} of {Area.DisplayName}", Activity.Starts, Activity.Ends, Activity.Kind.IsMonitoring(), !Activity.HasTakenPlace);
}

/// <summary>A clash, and the area that it is in.</summary>
public sealed record AreaClash(LocalAuthority Area, Clash Clash);

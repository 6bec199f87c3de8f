using System.Security.Claims;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Work;
using AreaSend.Web.Areas;
using AreaSend.Web.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>All that needs a person, at one moment.</summary>
/// <param name="Today">The day.</param>
/// <param name="Rows">The inspections that are on the list, snoozed ones too, most pressing first.</param>
/// <param name="Concerns">What else is in the way.</param>
/// <param name="OpenInspections">How many inspections are open.</param>
/// <param name="Staff">Everybody who has signed in.</param>
internal sealed record WorklistView(
    LocalDate Today,
    IReadOnlyList<WorkRow> Rows,
    IReadOnlyList<WorklistConcern> Concerns,
    int OpenInspections,
    IReadOnlyList<StaffMember> Staff)
{
    /// <summary>Whoever asks; null where nobody has signed in, and a role was picked.</summary>
    public StaffMember? Find(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? Staff.FirstOrDefault(member => member.Id == id) : null;
}

/// <summary>Puts the worklist together: <see cref="Core.Rules.Inspection.Owed"/> over every open inspection, and what stands in the way of the next.</summary>
internal sealed class WorklistReader(
    OpenInspections inspections,
    StandingWork standing,
    BankHolidaysByHand byHand,
    WorkBook work,
    StaffDirectory directory,
    Successions successions,
    InspectionStore store,
    StoreDatabase database,
    IClock clock)
{
    public async Task<WorklistView> ReadAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var today = LondonTime.DateOf(now);
        var open = await inspections.ReadAsync(cancellation);
        var ids = open.Select(inspection => inspection.Row.Id).ToList();
        await using var context = database.Open();
        var alarms = await context.CalendarAlarms.AsNoTracking().Where(alarm => alarm.ClearedAt == null).ToListAsync(cancellation);
        var contacts = await context.Contacts.AsNoTracking().Where(RoleHolders.StaysOn<Contact>(today)).ToListAsync(cancellation);
        var leads = await Leads.ReadAsync(context, ids, cancellation);
        var running = open.Where(inspection => !inspection.Row.Ended).ToList();
        var staff = await directory.AllAsync(cancellation);
        return new WorklistView(
            today,
            Rows(open, leads, await work.OfAsync(ids, cancellation), staff, now),
            [
                .. alarms.Select(alarm => new WorklistConcern("Bank holidays", "/calendar", alarm.Sentence)),
                .. (await byHand.NewsAsync(cancellation)).Select(news => new WorklistConcern("Bank holidays", "/calendar/by-hand", news.Sentence)),
                .. open.SelectMany(Stuck),
                .. open.SelectMany(inspection => inspection.Loaded is { } loaded ? standing.Of(loaded, now).Lost : []),
                .. (await EndedWithRefusedPapersAsync(context, ids, cancellation)).SelectMany(LostDocumentRows.Of),
                .. Unreachable(running, contacts, today),
                .. Unled(running, leads, today),
                .. await WithoutSuccessorAsync(today, cancellation),
            ],
            running.Count,
            staff);
    }

    private IReadOnlyList<WorkRow> Rows(
        IReadOnlyList<OpenInspection> open,
        ILookup<Guid, Person> leads,
        IReadOnlyDictionary<Guid, WorkRecord> notes,
        IReadOnlyList<StaffMember> staff,
        Instant now)
    {
        var (today, byId) = (LondonTime.DateOf(now), staff.ToDictionary(person => person.Id));
        return
        [
            .. from inspection in open
               let loaded = inspection.Loaded
               where loaded is not null
               let own = notes[inspection.Row.Id]
               let todo = standing.Of(loaded, now)
               let row = new WorkRow(
                   inspection,
                   todo.Owed,
                   todo.Coming,
                   Leads.On(leads[inspection.Row.Id], today),
                   own.Coordinator is { } coordinator ? byId.GetValueOrDefault(coordinator) : null,
                   own)
               where row.IsListed
               orderby row.Part ?? WorkPart.Coming, row.When, row.AreaName
               select row,
        ];
    }

    private static IEnumerable<WorklistConcern> Stuck(OpenInspection inspection) =>
        (inspection.Unreadable ?? inspection.Row.LastError) is { } sentence
            ?
            [
                WorklistConcern.In(inspection.Row.Area, $"/inspections/{inspection.Row.Id}/engine", sentence),
            ]
            : [];

    // A letter may be what ends an inspection.
    private async Task<IReadOnlyList<LoadedInspection>> EndedWithRefusedPapersAsync(
        StoreContext context, IReadOnlyCollection<Guid> known, CancellationToken cancellation)
    {
        var ended = await context.Inspections.AsNoTracking()
            .Where(row => row.Ended
                && context.Set<Document>().Any(paper => paper.Inspection == row.Id && paper.FiledAt != null && paper.State == DocumentState.Refused))
            .ToListAsync(cancellation);
        var read = new List<LoadedInspection>();
        foreach (var row in ended.Where(row => !known.Contains(row.Id)))
        {
            try
            {
                if (await store.FindAsync(row.Id, cancellation) is { } loaded)
                {
                    read.Add(loaded);
                }
            }
            catch (BrokenChainException)
            {
                // Its own pages say so.
            }
        }

        return read;
    }

    /// <summary>Inspections that were deferred, and in whose place nothing has been planned for weeks (¶ 84).</summary>
    private async Task<IEnumerable<WorklistConcern>> WithoutSuccessorAsync(LocalDate today, CancellationToken cancellation) =>
        from deferred in await successions.WithoutAsync(LondonTime.EndOf(today - Successions.UntilReminder), cancellation)
        let day = LondonTime.DateOf(deferred.Granted)
        orderby day
        select WorklistConcern.In(
            deferred.Row.Area,
            $"/inspections/{deferred.Row.Id}",
            $"It was deferred on {LondonTime.Show(day)}, and nothing is planned in its place. Plan it.");

    /// <summary>Roles that nobody holds, or whose address cannot be written to, on the day on which the area will be notified or, after that, today.</summary>
    private static IEnumerable<WorklistConcern> Unreachable(IEnumerable<OpenInspection> open, IReadOnlyList<Contact> contacts, LocalDate today)
    {
        var byArea = contacts.ToLookup(contact => contact.Area);
        var areas = open.GroupBy(inspection => inspection.Row.Area).Select(group => group.MinBy(inspection => inspection.Row.NotificationDay)!.Row).ToList();
        foreach (var row in areas.OrderBy(row => row.NotificationDay))
        {
            var day = LocalDate.Max(today, row.NotificationDay);
            foreach (var holder in RoleHolder.On(day, RoleHolder.NeededInAreas, byArea[row.Area]).Where(holder => !holder.CanBeReached))
            {
                yield return WorklistConcern.In(row.Area, $"/areas/{row.Area}", $"{(day == today ? "Today" : $"On {LondonTime.Show(day)}")} {holder.Fault}.");
            }
        }

        foreach (var holder in RoleHolder.On(today, RoleHolder.National, byArea[null]).Where(holder => areas.Count > 0 && !holder.CanBeReached))
        {
            yield return new WorklistConcern("National contacts", "/areas/national", $"Today {holder.Fault}.");
        }
    }

    /// <summary>Inspections that are notified, or will be within four weeks, and have no lead inspector to write to.</summary>
    private static IEnumerable<WorklistConcern> Unled(IEnumerable<OpenInspection> open, ILookup<Guid, Person> leads, LocalDate today) =>
        from inspection in open
        let row = inspection.Row
        let day = LocalDate.Max(today, row.NotificationDay)
        where row.NotificationDay <= today.PlusWeeks(4) && Leads.On(leads[row.Id], day).Ofsted is null
        orderby row.NotificationDay
        select WorklistConcern.In(
            row.Area, $"/inspections/{row.Id}/people", $"No lead inspector is named for the inspection on site from {LondonTime.Show(row.OnSiteStarts)}.");
}

using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Work;

/// <summary>Whose an inspection is.</summary>
public sealed class InspectionsOfStaff(OpenInspections inspections, WorkBook work, StoreDatabase database, IClock clock)
{
    /// <summary>The open inspections that somebody coordinates or leads today, in order of their first on-site day.</summary>
    public Task<IReadOnlyList<LoadedInspection>> OfAsync(StaffMember person, CancellationToken cancellation = default) =>
        WhereAsync((coordinator, leads) => IsOf(person, coordinator, leads), cancellation);

    /// <summary>Those that somebody leads today, by the address that is on record.</summary>
    public Task<IReadOnlyList<LoadedInspection>> LedByAsync(string address, CancellationToken cancellation = default) =>
        WhereAsync((_, leads) => IsLedBy(leads, address), cancellation);

    /// <summary>Everybody who leads an open inspection today, in order of name.</summary>
    public async Task<IReadOnlyList<Person>> LeadsAsync(CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        await using var context = database.Open();
        var people = await Leads.ReadAsync(
            context, await context.Inspections.Where(row => !row.Ended).Select(row => row.Id).ToListAsync(cancellation), cancellation);
        return
        [
            .. people.SelectMany(inspection => Leads.On(inspection, today).All)
                .DistinctBy(lead => lead.Email.ToLowerInvariant())
                .OrderBy(lead => lead.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private async Task<IReadOnlyList<LoadedInspection>> WhereAsync(Func<Guid?, Leads, bool> isMeant, CancellationToken cancellation)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var open = await inspections.ReadAsync(cancellation);
        var ids = open.Select(inspection => inspection.Row.Id).ToList();
        await using var context = database.Open();
        var leads = await Leads.ReadAsync(context, ids, cancellation);
        var records = await work.OfAsync(ids, cancellation);
        return
        [
            .. from inspection in open
               where inspection.Loaded is not null && isMeant(records[inspection.Row.Id].Coordinator, Leads.On(leads[inspection.Row.Id], today))
               select inspection.Loaded,
        ];
    }

    /// <summary>Whether an inspection is this person's: to coordinate, or to lead, under the address that is on record.</summary>
    public static bool IsOf(StaffMember person, Guid? coordinator, Leads leads) =>
        coordinator == person.Id || (person.Email is { } own && IsLedBy(leads, own));

    private static bool IsLedBy(Leads leads, string address) => leads.All.Any(lead => string.Equals(lead.Email, address, StringComparison.OrdinalIgnoreCase));
}

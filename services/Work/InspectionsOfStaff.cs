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
    public async Task<IReadOnlyList<LoadedInspection>> OfAsync(StaffMember person, CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var open = await inspections.ReadAsync(cancellation);
        var ids = open.Select(inspection => inspection.Row.Id).ToList();
        await using var context = database.Open();
        var leads = (
            await context.People.AsNoTracking()
                .Where(lead => lead.Role == RecipientRole.LeadInspector && ids.Contains(lead.Inspection))
                .ToListAsync(cancellation)).ToLookup(lead => lead.Inspection);
        var records = await work.OfAsync(ids, cancellation);
        return
        [
            .. from inspection in open
               where inspection.Loaded is not null && IsOf(person, records[inspection.Row.Id].Coordinator, leads[inspection.Row.Id].HolderOn(today))
               select inspection.Loaded,
        ];
    }

    /// <summary>Whether an inspection is this person's: to coordinate, or to lead, under the address that is on record.</summary>
    public static bool IsOf(StaffMember person, Guid? coordinator, Person? lead) =>
        coordinator == person.Id || (person.Email is { } own && string.Equals(lead?.Email, own, StringComparison.OrdinalIgnoreCase));
}

using AreaSend.Core.Calendars;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Work;

/// <summary>Who leads and who coordinates an inspection today.</summary>
/// <param name="Leads">Who leads it.</param>
/// <param name="Coordinator">Name of who coordinates it; null while nobody does.</param>
public sealed record Leadership(Leads Leads, string? Coordinator);

/// <summary>Reads that for the inspections of a list.</summary>
public sealed class LeadershipBook(StoreDatabase database, WorkBook work, StaffDirectory staff, IClock clock)
{
    /// <summary>Of each of these inspections.</summary>
    public async Task<IReadOnlyDictionary<Guid, Leadership>> OfAsync(IReadOnlyCollection<Guid> inspections, CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        await using var context = database.Open();
        var people = await Leads.ReadAsync(context, inspections, cancellation);
        var records = await work.OfAsync(inspections, cancellation);
        var names = await staff.NamesAsync([.. records.Values.Select(record => record.Coordinator).OfType<Guid>().Distinct()], cancellation);
        return inspections.ToDictionary(
            id => id,
            id => new Leadership(Leads.On(people[id], today), records[id].Coordinator is { } person ? names.GetValueOrDefault(person) : null));
    }
}

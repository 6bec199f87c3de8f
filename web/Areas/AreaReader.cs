using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Web.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Areas;

/// <summary>Reads areas for their pages.</summary>
internal sealed class AreaReader(StoreDatabase database, IClock clock)
{
    /// <summary>The areas that a query shows, of every letter, in order of their names.</summary>
    public async Task<IReadOnlyList<AreaLine>> OfEveryLetterAsync(AreaQuery query)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        await using var context = database.Open();
        var contacts = (await context.Contacts.AsNoTracking().Where(contact => contact.Area != null).ToListAsync()).ToLookup(contact => contact.Area);
        var inspections = (await context.Inspections.AsNoTracking().Where(row => !row.Ended).ToListAsync()).ToLookup(row => row.Area);
        return
        [
            .. from area in LocalAuthorities.Seen
               where (query with { Letter = null }).Shows(area)
               let line = new AreaLine(
                   area,
                   AreaBoards.Serving(area.Code, today)?.Main,
                   RoleHolder.On(today, RoleHolder.NeededInAreas, contacts[area.Code]),
                   inspections[area.Code].MinBy(row => row.OnSiteStarts))
               where !query.Incomplete || line.Faults > 0
               orderby AreaQuery.SortName(area)
               select line,
        ];
    }

    /// <summary>All inspections of an area, the latest on site first.</summary>
    public async Task<IReadOnlyList<InspectionRow>> InspectionsAsync(string area)
    {
        await using var context = database.Open();
        return await context.Inspections.AsNoTracking().Where(row => row.Area == area).OrderByDescending(row => row.OnSiteStarts).ToListAsync();
    }
}

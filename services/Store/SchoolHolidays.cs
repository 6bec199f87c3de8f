using AreaSend.Core.Timetables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>School holidays of areas, as far as coordinators have entered them. Planning warns of them (¶ 74); they move no date.</summary>
public sealed class SchoolHolidays(StoreDatabase database)
{
    /// <summary>Those of an area, in order of their first day.</summary>
    public async Task<IReadOnlyList<AreaSchoolHoliday>> OfAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.SchoolHolidays.AsNoTracking().Where(holiday => holiday.Area == area).OrderBy(holiday => holiday.From).ToListAsync(cancellation);
    }

    /// <summary>Adds one.</summary>
    public async Task AddAsync(string area, SchoolHoliday holiday, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        context.SchoolHolidays.Add(new AreaSchoolHoliday { Area = area, Name = holiday.Name, From = holiday.From, To = holiday.To });
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Removes one; one that is not there any more is no matter.</summary>
    public async Task RemoveAsync(long id, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.SchoolHolidays.Where(holiday => holiday.Id == id).ExecuteDeleteAsync(cancellation);
    }
}

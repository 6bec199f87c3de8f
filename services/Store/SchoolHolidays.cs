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

    /// <summary>The version of an area's holidays that a page shows, for its form to carry.</summary>
    public static string VersionOf(IEnumerable<AreaSchoolHoliday> holidays) => RowVersion.Of(holidays.OrderBy(holiday => holiday.Id));

    /// <summary>Adds one.</summary>
    /// <param name="area">Three-figure code of the local authority.</param>
    /// <param name="holiday">The holiday.</param>
    /// <param name="shown">The <see cref="VersionOf"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if the area's holidays have changed since.</returns>
    public Task<bool> AddAsync(string area, SchoolHoliday holiday, string? shown = null, CancellationToken cancellation = default) =>
        RowVersion.WriteAsync(database, shown, context => VersionAsync(context, area, cancellation), context =>
        {
            context.SchoolHolidays.Add(new AreaSchoolHoliday { Area = area, Name = holiday.Name, From = holiday.From, To = holiday.To });
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Removes one; one that is not there any more is no matter.</summary>
    /// <param name="holiday">The holiday.</param>
    /// <param name="shown">The <see cref="VersionOf"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was removed: not if the area's holidays have changed since.</returns>
    public Task<bool> RemoveAsync(AreaSchoolHoliday holiday, string? shown = null, CancellationToken cancellation = default) =>
        RowVersion.WriteAsync(
            database,
            shown,
            context => VersionAsync(context, holiday.Area, cancellation),
            context => context.SchoolHolidays.Where(known => known.Id == holiday.Id).ExecuteDeleteAsync(cancellation),
            cancellation);

    private static async Task<string> VersionAsync(StoreContext context, string area, CancellationToken cancellation) =>
        VersionOf(await context.SchoolHolidays.AsNoTracking().Where(holiday => holiday.Area == area).ToListAsync(cancellation));
}

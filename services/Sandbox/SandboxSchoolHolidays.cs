using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Made-up but likely school holidays for the sandbox, so that planning has something to warn of.</summary>
public sealed class SandboxSchoolHolidays(StoreDatabase database, IClock clock)
{
    private const int SchoolYears = 3;

    /// <summary>Fills a store that has none with this school year and the two after it; one that has any is left alone.</summary>
    public async Task SeedAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (await context.SchoolHolidays.AnyAsync(cancellation))
        {
            return;
        }

        // Thousands of rows in one go: nothing changes between adding and saving that would have to be looked for.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.SchoolHolidays.AddRange(LocalAuthorities.All.SelectMany(Of));
        await context.SaveChangesAsync(cancellation);
    }

    private IEnumerable<AreaSchoolHoliday> Of(LocalAuthority area)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var first = today.Month >= 9 ? today.Year : today.Year - 1;

        // Not all areas rest in the same week.
        var shift = int.Parse(area.Code, CultureInfo.InvariantCulture) % 3 == 0 ? 7 : 0;
        return from year in Enumerable.Range(first, SchoolYears)
               from holiday in (AreaSchoolHoliday[])
               [
                   Week(area, "October half term", new LocalDate(year, 10, 22).PlusDays(shift)),
                   Weeks(area, "Christmas holiday", new LocalDate(year, 12, 20), 2),
                   Week(area, "February half term", new LocalDate(year + 1, 2, 10).PlusDays(shift)),
                   Weeks(area, "Easter holiday", new LocalDate(year + 1, 3, 28), 2),
                   Week(area, "May half term", new LocalDate(year + 1, 5, 25)),
                   Weeks(area, "Summer holiday", new LocalDate(year + 1, 7, 21), 6),
               ]
               select holiday;
    }

    private static AreaSchoolHoliday Week(LocalAuthority area, string name, LocalDate about) => Weeks(area, name, about, 1);

    /// <summary>From a Monday to a Friday.</summary>
    private static AreaSchoolHoliday Weeks(LocalAuthority area, string name, LocalDate about, int weeks)
    {
        var monday = about.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        return new AreaSchoolHoliday { Area = area.Code, Name = name, From = monday, To = monday.PlusDays((7 * weeks) - 3) };
    }
}

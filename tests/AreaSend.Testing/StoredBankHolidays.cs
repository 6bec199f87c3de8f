using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Bank holidays that tests begin with, where they are not the shipped ones.</summary>
public static class StoredBankHolidays
{
    /// <summary>Puts these in force in a store without inspections, as though it had never known others.</summary>
    public static async Task HoldAsync(this StoreDatabase database, string content, Instant since)
    {
        await using var context = database.Open();
        await context.CalendarSnapshots.ExecuteDeleteAsync();
        context.CalendarSnapshots.Add(new CalendarSnapshot
        {
            Version = CalendarLibrary.VersionOf(content), Content = content, FetchedAt = since, Source = "what was held", AdoptedAt = since, Adoption = 1,
        });
        await context.SaveChangesAsync();
    }
}

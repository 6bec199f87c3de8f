using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;

namespace AreaSend.Services.BankHolidays;

/// <summary>What is different between two sets of bank holidays, in words that an area can read.</summary>
internal static class CalendarChange
{
    public static string Show(BankHolidaySet before, BankHolidaySet after)
    {
        var added = after
            .Holidays.Where(holiday => holiday.Date.Year <= before.LastYear && holiday.Date.Year >= before.FirstYear && before.On(holiday.Date) is null)
            .ToList();
        var removed = before.Holidays.Where(holiday => after.On(holiday.Date) is null).ToList();
        string?[] sentences =
        [
            added.Count == 0 ? null : $"New bank holiday: {Show(added)}.",
            removed.Count == 0 ? null : $"No longer a bank holiday: {Show(removed)}.",
            after.LastYear == before.LastYear ? null : $"Bank holidays are now known up to {after.LastYear}.",
        ];
        var said = string.Join(' ', sentences.OfType<string>());
        return said.Length == 0 ? "Names or notes of bank holidays changed; no day did." : said;
    }

    private static string Show(IEnumerable<BankHoliday> holidays) =>
        string.Join("; ", holidays.Select(holiday => $"{LondonTime.Show(holiday.Date)} ({holiday.Name})"));
}

using AreaSend.Core.Calendars;
using AreaSend.Services.ReferenceData;

namespace AreaSend.Cli.Prompt;

/// <summary>Working days by the bank holidays that ship with this version. The prompt reads no network and no store to answer about dates.</summary>
internal static class ShippedCalendar
{
    public static WorkingDayCalendar Load() => new(BankHolidayFeed.Parse(ShippedFile.BankHolidays()));
}

using AreaSend.Core.Rules;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.BankHolidays;

internal static partial class CalendarLog
{
    [LoggerMessage(LogLevel.Error, "Inspection {Inspection} could not be brought over to the new bank holidays.")]
    public static partial void NotMoved(ILogger logger, Exception problem, Guid inspection);

    [LoggerMessage(LogLevel.Warning, "The bank holidays could not be refreshed: {Because}")]
    public static partial void Alarm(ILogger logger, string because);
}

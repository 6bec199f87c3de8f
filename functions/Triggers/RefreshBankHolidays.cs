using AreaSend.Core.Calendars;
using AreaSend.Functions.Hosting;
using AreaSend.Functions.Orchestrations;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Daily at 6am in London. The platform's timers run by UTC, where that is 5am in summer and 6am in winter: this is called at both and acts at
/// one. A call that the platform makes late, because nothing ran at its time, is acted on whatever the hour.
/// </summary>
internal sealed class RefreshBankHolidays(BankHolidayRefresh refresh, EngineWork work, IClock clock, ILogger<RefreshBankHolidays> logger)
{
    private const int Hour = 6;

    [Function(nameof(RefreshBankHolidays))]
    public async Task Run([TimerTrigger("0 0 5,6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!IsTime(clock.GetCurrentInstant()) && !timer.IsPastDue)
        {
            return;
        }

        if (await refresh.RefreshAsync(cancellation) is { } alarm)
        {
            FunctionsLog.FeedAlarm(logger, alarm);
        }

        // Dates that moved are facts of their inspections; whoever has one is to look again.
        foreach (var inspection in await work.DueAsync(clock.GetCurrentInstant(), cancellation))
        {
            await client.StartOrNudgeAsync(inspection, cancellation);
        }
    }

    /// <summary>Whether the clocks in London show six.</summary>
    internal static bool IsTime(Instant now) => now.InZone(LondonTime.Zone).Hour == Hour;
}

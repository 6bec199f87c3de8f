using AreaSend.Services.BankHolidays;
using AreaSend.Web.Engine;
using AreaSend.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.BankHolidays;

/// <summary>Refreshes the bank holidays once at the start, without keeping the host waiting, and then in rounds.</summary>
internal sealed class BankHolidayRounds(
    BankHolidayRefresh refresh,
    CalendarMoves moves,
    HostSettings host,
    IOptions<BankHolidayOptions> options,
    ILogger<BankHolidayRounds> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(TimeSpan.FromHours(options.Value.Hours));
        do
        {
            try
            {
                await RoundAsync(stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                EngineHostLog.RefreshFailed(logger, problem);
            }
        }
        while (await rounds.WaitForNextTickAsync(stopping));
    }

    // Without the feed, what an earlier change left undone is still done.
    private Task RoundAsync(CancellationToken stopping) =>
        options.Value.Automatic ?? !host.Sandbox ? refresh.RefreshAsync(stopping) : moves.MoveOpenAsync(stopping);
}

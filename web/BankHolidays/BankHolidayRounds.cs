using AreaSend.Services.Background;
using AreaSend.Services.BankHolidays;
using AreaSend.Web.Engine;
using AreaSend.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.BankHolidays;

/// <summary>Refreshes the bank holidays at the start and then in rounds.</summary>
internal sealed class BankHolidayRounds(
    BankHolidayRefresh refresh,
    CalendarMoves moves,
    HostSettings host,
    IOptions<BankHolidayOptions> options,
    ILogger<BankHolidayRounds> logger) : TimedRounds
{
    protected override TimeSpan Every => TimeSpan.FromHours(options.Value.Hours);

    // Without the feed, what an earlier change left undone is still done.
    protected override Task WorkAsync(CancellationToken stopping) =>
        options.Value.Automatic ?? !host.Sandbox ? refresh.RefreshAsync(stopping) : moves.MoveOpenAsync(stopping);

    protected override void Failed(Exception problem) => EngineHostLog.RefreshFailed(logger, problem);
}

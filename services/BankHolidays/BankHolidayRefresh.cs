using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace AreaSend.Services.BankHolidays;

/// <summary>
/// Fetches the bank holidays that GOV.UK publishes. Whatever goes wrong, the ones in force stay, and an alarm stands until a fetch succeeds.
/// </summary>
public sealed class BankHolidayRefresh(
    IHttpClientFactory http, BankHolidayBook book, CalendarMoves moves, IOptions<BankHolidayOptions> options, ILogger<BankHolidayRefresh> logger)
{
    internal const string HttpClientName = "bank-holidays";

    /// <summary>Fetches once, takes what is new into force and moves the dates of open inspections.</summary>
    /// <returns>The alarm that was raised, in a sentence; null when all is well.</returns>
    public async Task<string?> RefreshAsync(CancellationToken cancellation = default)
    {
        var alarm = await FetchAsync(cancellation);
        if (alarm is not null)
        {
            CalendarLog.Alarm(logger, alarm);
        }

        // Even if nothing is new: an earlier run may have been broken off half-way.
        await moves.MoveOpenAsync(cancellation);
        return alarm;
    }

    private async Task<string?> FetchAsync(CancellationToken cancellation)
    {
        var source = options.Value.Url.ToString();
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var answer = await client.GetAsync(options.Value.Url, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                return await AlarmAsync(source, $"The bank-holiday feed answered {(int)answer.StatusCode}; the bank holidays held are kept.", cancellation);
            }

            return await book.AdoptAsync(await answer.Content.ReadAsStringAsync(cancellation), source, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or ExecutionRejectedException
            || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var why = problem is HttpRequestException or BrokenCircuitException ? "cannot be reached" : "did not answer in time";
            return await AlarmAsync(source, $"The bank-holiday feed {why}; the bank holidays held are kept.", cancellation);
        }
    }

    private async Task<string> AlarmAsync(string source, string sentence, CancellationToken cancellation)
    {
        await book.AlarmAsync(source, sentence, cancellation);
        return sentence;
    }
}

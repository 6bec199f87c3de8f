using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using Polly;

namespace AreaSend.Services.Engine.Durable;

/// <summary>The durable orchestrations of the Functions app: a nudge is a message in its queue, and its status interface says how it stands.</summary>
internal sealed class DurableInspections(
    EngineQueue queue, IHttpClientFactory http, EngineWork work, IClock clock, IOptions<DurableEngineOptions> options, TokenCredential identity)
    : IInspectionEngine
{
    /// <summary>The name of its client among the host's HTTP clients.</summary>
    public const string HttpClientName = "Functions";

    private const string KeyHeader = "x-functions-key";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public async Task<bool> SettleAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        try
        {
            foreach (var inspection in await work.DueAsync(now, cancellation))
            {
                await queue.NudgeAsync(inspection, cancellation);
            }
        }
        catch (Exception problem) when (problem is RequestFailedException or AggregateException)
        {
            // After its tries the storage client says so by either: whoever listens to the queue is as good as down.
            return false;
        }

        for (var begun = Stopwatch.GetTimestamp(); await work.NextByClockAsync(cancellation) <= now; await Task.Delay(BetweenLooks, cancellation))
        {
            if (Stopwatch.GetElapsedTime(begun) > options.Value.CatchUpTimeout)
            {
                return false;
            }
        }

        return true;
    }

    public async Task<EngineView> StateOfAsync(Guid inspection, CancellationToken cancellation) =>
        await AskAsync(inspection, cancellation) with { Dashboard = options.Value.Dashboard };

    private async Task<EngineView> AskAsync(Guid inspection, CancellationToken cancellation)
    {
        try
        {
            using var request = await RequestAsync(inspection, cancellation);
            using var answer = await http.CreateClient(HttpClientName).SendAsync(request, cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => View((await answer.Content.ReadFromJsonAsync<StatusReport>(StatusReport.Json, cancellation))!),
                HttpStatusCode.NotFound => new EngineView(EngineStanding.Missing),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Unreachable(Refused),
                var other => Unreachable($"answered {(int)other}"),
            };
        }
        catch (Exception problem)
            when (problem is HttpRequestException or ExecutionRejectedException or JsonException or AuthenticationFailedException
                || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Unreachable(
                problem switch
                {
                    JsonException => "gave an answer that cannot be read",
                    AuthenticationFailedException => "cannot be asked: this host has no identity to ask with",
                    _ => "cannot be reached",
                });
        }
    }

    private async Task<HttpRequestMessage> RequestAsync(Guid inspection, CancellationToken cancellation)
    {
        var settings = options.Value;
        if (settings.Audience.Length == 0)
        {
            var byKey = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Address!, $"/api/inspections/{inspection:D}/status"));
            byKey.Headers.Add(KeyHeader, settings.Key);
            return byKey;
        }

        var token = await identity.GetTokenAsync(new TokenRequestContext([$"{settings.Audience}/.default"]), cancellation);
        var byIdentity = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Address!, $"/api/console/inspections/{inspection:D}/status"));
        byIdentity.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return byIdentity;
    }

    private string Refused =>
        options.Value.Audience.Length == 0
            ? $"does not accept the key under {DurableEngineOptions.Section}:Key"
            : $"does not know this host by its identity. Compare {DurableEngineOptions.Section}:Audience with the app registration, and the app's {DurableEngineOptions.Section}:Caller with this host's identity";

    private static EngineView View(StatusReport report)
    {
        var (standing, problem) = report switch
        {
            { Engine: null } => (EngineStanding.Missing, "There is no orchestration yet; the reconciliation starts it within a quarter of an hour."),
            { Engine.RuntimeStatus: "Failed" or "Terminated" } => (
                EngineStanding.Failed,
                "The orchestration stopped; the reconciliation starts it again within a quarter of an hour."),
            { Case.Problem: { } because } => (EngineStanding.Failed, because),
            { Engine.RuntimeStatus: "Completed" } => (EngineStanding.Ended, null),
            { Engine.Status: null } => (EngineStanding.Working, null),
            { Engine.Status: var known, Case.Status: var right } when known != right =>
                (EngineStanding.Working, "The orchestration goes by an earlier state than the store, which is right; it catches up when it next looks."),
            _ => (EngineStanding.Waiting, (string?)null),
        };
        return new EngineView(standing, report.Engine?.Status, problem)
        {
            NextWake = Moment(report.Case.WakeAt),
            LastAdvanced = Moment(report.Case.LastAdvanced),
        };
    }

    private static Instant? Moment(string? text) =>
        text is not null && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment ? moment.Value.ToInstant() : null;

    private static EngineView Unreachable(string how) => new(EngineStanding.Unreachable, Problem: $"The Functions app {how}.");
}

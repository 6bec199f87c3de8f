using Microsoft.DurableTask;

namespace AreaSend.Functions.Orchestrations;

/// <summary>
/// How often an activity is tried when it fails, which it does when the database is away. What the mail service answers is no failure here:
/// the outbox counts and spaces those tries itself, alike on either engine, and ends them with a dead notice.
/// </summary>
internal static class ActivityRetry
{
    private const int Tries = 8;

    public static TaskOptions Retrying =>
        TaskOptions.FromRetryPolicy(new RetryPolicy(Tries, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));
}

using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// How long to wait before the next try: doubled each time, up to a limit, and spread so that what failed together does not come back together.
/// </summary>
internal static class Backoff
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(4);

    /// <param name="attempt">The try that has just failed, from 1.</param>
    public static Duration After(int attempt)
    {
        var doubled = First * (1L << Math.Min(attempt - 1, 20));
        return Duration.Min(doubled, Longest) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}

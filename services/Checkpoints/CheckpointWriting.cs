using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// Writes a checkpoint each day and after each publication, and none over a store that is no longer what the one before has: that would make the damage the
/// truth.
/// </summary>
public sealed class CheckpointWriting(
    StoreDatabase database, CheckpointComparison comparison, CheckpointPlaces places, IOptions<CheckpointOptions> options, IClock clock)
{
    private static readonly Duration Longest = Duration.FromDays(1);
    private static readonly string Published = InspectionEvent.KindOf(typeof(ReportPublished));

    /// <summary>Writes one if it is time.</summary>
    /// <returns>What is no longer as the newest checkpoint has it; nothing was written then. Empty when all is well.</returns>
    /// <exception cref="WrongCheckpointException">The newest checkpoint is not as it was signed.</exception>
    public async Task<IReadOnlyList<string>> WriteIfDueAsync(CancellationToken cancellation = default)
    {
        if (!options.Value.IsOn)
        {
            return [];
        }

        var (book, now) = (places.Open(options.Value), clock.GetCurrentInstant());
        var latest = await book.LatestAsync(cancellation);
        if (latest is not null)
        {
            if (now < latest.At + Longest && !await HasPublishedSinceAsync(latest.At, cancellation))
            {
                return [];
            }

            if (await comparison.AgainstAsync(latest, cancellation) is { Count: > 0 } wrong)
            {
                return wrong;
            }
        }

        await book.AddAsync(await comparison.NowAsync(now, latest?.Forgotten, cancellation), cancellation);
        return [];
    }

    private async Task<bool> HasPublishedSinceAsync(Instant then, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Events.AnyAsync(row => row.Kind == Published && row.RecordedAt > then, cancellation);
    }
}

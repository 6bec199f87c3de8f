using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// Keeps in the log of checkpoints why events were forgotten, before the list of inspections is made anew without them: an auditor finds it there, where
/// whoever may write the database cannot take it away, and each later checkpoint says it again.
/// </summary>
public sealed class CheckpointForgetting(CheckpointComparison comparison, IClock clock)
{
    /// <summary>Writes a checkpoint of what there is, with the reason and all that the one before knows and that is no longer there.</summary>
    /// <param name="book">Where.</param>
    /// <param name="reason">Why, in somebody's words. They stay for good.</param>
    /// <param name="lost">What the list of inspections knows of and the events do not hold, a sentence each.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="WrongCheckpointException">The newest checkpoint is not as it was signed.</exception>
    /// <exception cref="CheckpointKeyException">It cannot be signed.</exception>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public async Task AddAsync(CheckpointBook book, string reason, IReadOnlyList<string> lost, CancellationToken cancellation = default)
    {
        var (latest, now) = (await book.LatestAsync(cancellation), clock.GetCurrentInstant());

        // A host's clock may have been ahead: the newest stays the newest.
        var at = latest is not null && latest.At >= now ? latest.At + Duration.FromMilliseconds(1) : now;
        var wrong = latest is null ? [] : await comparison.AgainstAsync(latest, cancellation);
        var forgotten = new ForgottenEvents(at, reason, [.. lost, .. wrong]);
        await book.AddAsync(await comparison.OfEventsAsync(at, [.. latest?.Forgotten ?? [], forgotten], cancellation), cancellation);
    }
}

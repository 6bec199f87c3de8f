using AreaSend.Core.Inspections;
using AreaSend.Services.Calendars;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What people and the mail service do about a notice after it was raised.</summary>
public sealed class NoticeServing(StoreDatabase database, CalendarLibrary calendars, IClock clock, EngineBell bell)
{
    private readonly EventStream stream = new(calendars);

    /// <summary>Sends a notice, or sends it again, to the address that its role has now.</summary>
    /// <returns>Why not, in a sentence; null when it is on its way.</returns>
    public Task<string?> SendAgainAsync(Guid inspection, string key, CancellationToken cancellation = default) =>
        ChangeAsync(inspection, key, "", notice =>
        {
            if (notice.State is NoticeState.Sent or NoticeState.Dead or NoticeState.ServedOtherwise)
            {
                // Another e-mail, not a repeat of the same: it bears a key of its own.
                notice.Round++;
                (notice.Delivery, notice.DeliveryAt) = (null, null);
            }

            (notice.State, notice.Attempts, notice.NextAttempt) = (NoticeState.Waiting, 0, clock.GetCurrentInstant());
            return new Change("Sent again on request.", Succeeded: true, Event: null);
        }, cancellation);

    /// <summary>Records that a notice was served by other means than e-mail.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="key">The notice's key.</param>
    /// <param name="how">How, for instance <c>by telephone to the director's office</c>.</param>
    /// <param name="by">The role that records it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is recorded.</returns>
    public async Task<string?> ServedOtherwiseAsync(Guid inspection, string key, string how, string by, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(how)
            ? "Say how the notice was served."
            : await ChangeAsync(inspection, key, by, notice =>
            {
                (notice.State, notice.NextAttempt, notice.LastError) = (NoticeState.ServedOtherwise, null, null);
                return new Change($"Served by other means: {how.Trim()}", Succeeded: true, new NoticeServedOtherwise(key, how.Trim()));
            }, cancellation);

    private async Task<string?> ChangeAsync(Guid inspection, string key, string by, Func<OutboxNotice, Change> apply, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var refusal = await VersionConflict.RetryAsync(async () =>
        {
            await using var claim = await DueWork.HoldNoticeAsync(context, inspection, key, cancellation);
            if (claim.Found is not { } notice)
            {
                return "There is no such notice.";
            }

            var loaded = (await stream.FindAsync(context, inspection, cancellation))!;
            var (change, now) = (apply(notice), clock.GetCurrentInstant());
            notice.Version++;
            context.NoticeAttempts.Add(new NoticeAttempt { Inspection = inspection, Key = key, At = now, Succeeded = change.Succeeded, Result = change.Result });
            await (change.Event is null
                ? EventStream.SaveAsync(context, inspection, cancellation)
                : stream.AppendAsync(context, inspection, loaded, [change.Event], by, now, advanced: null, cancellation));
            await claim.CommitAsync(cancellation);
            return null;
        });
        bell.Ring();
        return refusal;
    }

    private sealed record Change(string Result, bool Succeeded, InspectionEvent? Event);
}

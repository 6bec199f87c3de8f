using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What people and the mail service do about a notice after it was raised.</summary>
public sealed class NoticeServing(StoreDatabase database, EventStream stream, IClock clock, ChangeSignal signal)
{
    /// <summary>Who would get a notice to this role today; or why nobody would, in a sentence.</summary>
    public async Task<(Mailbox? To, string? WhyNobody)> RecipientAsync(
        LoadedInspection inspection,
        RecipientRole role,
        CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var recipient = await Recipients.FindAsync(context, inspection, role, LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
        return (recipient.Mailbox, recipient.Because);
    }

    /// <summary>Sends a notice, or sends it again, to the address that its role has now.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="key">The notice's key.</param>
    /// <param name="seen">The version that the person decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is on its way.</returns>
    public Task<string?> SendAgainAsync(Guid inspection, string key, int? seen = null, CancellationToken cancellation = default) =>
        ChangeAsync(inspection, key, Recorder.Unknown, seen, notice =>
        {
            if (notice.State is NoticeState.Sent or NoticeState.Dead or NoticeState.ServedOtherwise or NoticeState.Lapsed)
            {
                // Another e-mail, not a repeat of the same: it bears a key of its own.
                notice.Round++;
                (notice.Delivery, notice.DeliveryAt, notice.AnswerLost) = (null, null, false);
            }

            (notice.State, notice.Attempts, notice.NextAttempt) = (NoticeState.Waiting, 0, clock.GetCurrentInstant());
            return new Change("Sent again on request.", Succeeded: true, Event: null);
        }, cancellation);

    /// <summary>Records that a notice was served by other means than e-mail.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="key">The notice's key.</param>
    /// <param name="how">How, for instance <c>by telephone to the director's office</c>.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="on">The day on which it was served; null for today.</param>
    /// <param name="seen">The version that the person decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is recorded.</returns>
    public async Task<string?> ServedOtherwiseAsync(
        Guid inspection, string key, string how, Recorder by, LocalDate? on = null, int? seen = null, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(how)
            ? "Say how the notice was served."
            : await ChangeAsync(inspection, key, by, seen, notice =>
            {
                (notice.State, notice.NextAttempt, notice.LastError) = (NoticeState.ServedOtherwise, null, null);
                return new Change(
                    $"Served by other means{(on is { } day ? $" on {LondonTime.Show(day)}" : "")}: {how.Trim()}",
                    Succeeded: true,
                    new NoticeServedOtherwise(key, how.Trim(), on));
            }, cancellation);

    private async Task<string?> ChangeAsync(
        Guid inspection,
        string key,
        Recorder by,
        int? seen,
        Func<OutboxNotice, Change> apply,
        CancellationToken cancellation)
    {
        await using var context = database.Open();
        var refusal = await VersionConflict.RetryAsync(async () =>
        {
            await using var claim = await DueWork.HoldNoticeAsync(context, inspection, key, cancellation);
            if (claim.Found is not { } notice)
            {
                return "There is no such notice.";
            }

            if (seen is not null && seen != notice.Version)
            {
                return "This notice has been sent, or served by other means, since you opened the page. Look at its state first; then, if it still has to be, do it again.";
            }

            var loaded = (await stream.FindAsync(context, inspection, cancellation))!;
            var (change, now) = (apply(notice), clock.GetCurrentInstant());
            notice.Version++;
            context.NoticeAttempts.Add(
                new NoticeAttempt
                {
                    Inspection = inspection,
                    Key = key,
                    At = now,
                    Succeeded = change.Succeeded,
                    Result = change.Result,
                });
            await (change.Event is null
                ? EventStream.SaveAsync(context, inspection, cancellation)
                : stream.AppendAsync(context, inspection, loaded, [change.Event], by, now, cancellation));
            await claim.CommitAsync(cancellation);
            return null;
        });
        signal.Raise(inspection);
        return refusal;
    }

    private sealed record Change(string Result, bool Succeeded, InspectionEvent? Event);
}

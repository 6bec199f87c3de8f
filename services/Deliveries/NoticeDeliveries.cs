using System.Globalization;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>
/// Lays what the mail service says on the notice it is about: each word once, in any order. A notice that did not arrive is not served,
/// and a person has to act; what an earlier round of the same notice came to no longer matters then.
/// </summary>
internal sealed class NoticeDeliveries(
    StoreDatabase database, EventStream stream, IClock clock, EngineMetrics metrics, ILogger<NoticeDeliveries> logger)
{
    // Mail servers give up after five days at the most.
    private static readonly Duration Longest = Duration.FromDays(5);

    public Task<DeliveryRecording> RecordAsync(DeliveryEvent word, CancellationToken cancellation) =>
        word.Mail is { } mail ? RecordAsync(word, mail, cancellation) : DoubtAsync(word, cancellation);

    private async Task<DeliveryRecording> RecordAsync(DeliveryEvent word, MailKey mail, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(async () =>
        {
            await using var claim = await DueWork.HoldNoticeAsync(context, mail.Inspection, mail.Notice, cancellation);
            if (claim.Found is not { } notice || await context.NoticeDeliveries.AnyAsync(row => row.EventId == word.Id, cancellation))
            {
                context.ChangeTracker.Clear();
                return DeliveryRecording.Known;
            }

            // The mail service can be quicker than our own record of having given it the e-mail.
            if (notice.Round == mail.Round && notice.State is NoticeState.Waiting or NoticeState.NoAddress or NoticeState.HeldBack)
            {
                context.ChangeTracker.Clear();
                return DeliveryRecording.TooEarly;
            }

            await StoreAsync(context, notice, word, mail.Round, cancellation);
            await claim.CommitAsync(cancellation);
            return DeliveryRecording.Stored;
        });
    }

    /// <summary>A bounce that names no e-mail: whatever was sent to its address lately, and is not known to have come back already, is in doubt.</summary>
    private async Task<DeliveryRecording> DoubtAsync(DeliveryEvent word, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var (from, to) = (word.At - Longest, word.At + Duration.FromMinutes(5));
        var sought = word.Address!.ToLower(CultureInfo.InvariantCulture);
        var keys = await context.Notices.AsNoTracking()
            .Where(notice => notice.State == NoticeState.Sent && notice.SentAt >= from && notice.SentAt <= to && notice.RecipientAddress!.ToLower() == sought)
            .OrderBy(notice => notice.SentAt).Select(notice => new { notice.Inspection, notice.Key }).ToListAsync(cancellation);
        var doubted = 0;
        foreach (var (found, number) in keys.Select((found, number) => (found, number)))
        {
            doubted += await DoubtAsync(context, found.Inspection, found.Key, word with { Id = $"{word.Id}#{number}" }, cancellation) ? 1 : 0;
        }

        if (doubted > 0)
        {
            DeliveryLog.InDoubt(logger, doubted);
        }

        return doubted > 0 ? DeliveryRecording.Stored : DeliveryRecording.Known;
    }

    private Task<bool> DoubtAsync(StoreContext context, Guid inspection, string key, DeliveryEvent word, CancellationToken cancellation) =>
        VersionConflict.RetryAsync(async () =>
        {
            await using var claim = await DueWork.HoldNoticeAsync(context, inspection, key, cancellation);
            var known = context.NoticeDeliveries.Any(row =>
                row.Inspection == inspection && row.Key == key && row.EventId.StartsWith(word.Id.Substring(0, word.Id.LastIndexOf('#') + 1)));
            if (claim.Found is not { State: NoticeState.Sent } notice || known)
            {
                context.ChangeTracker.Clear();
                return false;
            }

            var now = clock.GetCurrentInstant();
            context.NoticeDeliveries.Add(Row(notice, word, notice.Round, now));
            notice.Version++;
            var loaded = (await stream.FindAsync(context, inspection, cancellation))!;
            await stream.AppendAsync(context, inspection, loaded, [new NoticeInDoubt(key, InDoubt)], Recorder.Engine, now, cancellation);
            await claim.CommitAsync(cancellation);
            return true;
        });

    private const string InDoubt =
        "An e-mail to this address came back, and the mail service does not say which: this one may not have arrived. Ask the recipient; then send it again, or record how it was served.";

    private static NoticeDelivery Row(OutboxNotice notice, DeliveryEvent word, int round, Instant now) => new()
    {
        EventId = word.Id,
        Inspection = notice.Inspection,
        Key = notice.Key,
        Round = round,
        Kind = word.Kind,
        At = word.At,
        ReceivedAt = now,
        Address = word.Address ?? notice.RecipientAddress,
        Because = word.Because,
    };

    private async Task StoreAsync(StoreContext context, OutboxNotice notice, DeliveryEvent word, int round, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        context.NoticeDeliveries.Add(Row(notice, word, round, now));
        if (notice.Round == round && (notice.Delivery is not { } known || word.Kind > known))
        {
            (notice.Delivery, notice.DeliveryAt) = (word.Kind, word.At);
            notice.Version++;
        }

        if (notice.Round != round || !word.Kind.IsFailure() || notice.State != NoticeState.Sent)
        {
            await EventStream.SaveAsync(context, notice.Inspection, cancellation);
            return;
        }

        (notice.State, notice.NextAttempt, notice.LastError) = (NoticeState.Dead, null, word.Because);
        var loaded = (await stream.FindAsync(context, notice.Inspection, cancellation))!;
        await stream.AppendAsync(
            context, notice.Inspection, loaded, [new NoticeUndeliverable(notice.Key, word.Because)], Recorder.Engine, now, cancellation);
        DeliveryLog.NotDelivered(logger, notice.Key, notice.Inspection, word.Because);
        metrics.Bounced(statutory: NoticeMatrix.IsStatutory(loaded.Case, loaded.Case.RaisedNotices[notice.Key]));
    }
}

/// <summary>What became of one word of the mail service.</summary>
internal enum DeliveryRecording
{
    /// <summary>It is on the notice now.</summary>
    Stored,

    /// <summary>It was there already, or there is no such notice.</summary>
    Known,

    /// <summary>The notice is not recorded as sent yet.</summary>
    TooEarly,
}

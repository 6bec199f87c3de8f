using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Mail.Deliveries;

/// <summary>
/// Lays what the mail service says on the notice it is about: each word once, in any order. A notice that did not arrive is not served,
/// and a person has to act; what an earlier round of the same notice came to no longer matters then.
/// </summary>
internal sealed class NoticeDeliveries(
    StoreDatabase database, CalendarLibrary calendars, IClock clock, EngineMetrics metrics, ILogger<NoticeDeliveries> logger)
{
    private readonly EventStream stream = new(calendars);

    public async Task<DeliveryRecording> RecordAsync(DeliveryEvent word, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(async () =>
        {
            await using var claim = await DueWork.HoldNoticeAsync(context, word.Mail.Inspection, word.Mail.Notice, cancellation);
            if (claim.Found is not { } notice || await context.NoticeDeliveries.AnyAsync(row => row.EventId == word.Id, cancellation))
            {
                context.ChangeTracker.Clear();
                return DeliveryRecording.Known;
            }

            // The mail service can be quicker than our own record of having given it the e-mail.
            if (notice.Round == word.Mail.Round && notice.State is NoticeState.Waiting or NoticeState.NoAddress)
            {
                context.ChangeTracker.Clear();
                return DeliveryRecording.TooEarly;
            }

            await StoreAsync(context, notice, word, cancellation);
            await claim.CommitAsync(cancellation);
            return DeliveryRecording.Stored;
        });
    }

    private async Task StoreAsync(StoreContext context, OutboxNotice notice, DeliveryEvent word, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        context.NoticeDeliveries.Add(new NoticeDelivery
        {
            EventId = word.Id, Inspection = notice.Inspection, Key = notice.Key, Round = word.Mail.Round, Kind = word.Kind, At = word.At, ReceivedAt = now, Because = word.Because,
        });
        if (notice.Round == word.Mail.Round && (notice.Delivery is not { } known || word.Kind > known))
        {
            (notice.Delivery, notice.DeliveryAt) = (word.Kind, word.At);
            notice.Version++;
        }

        if (notice.Round != word.Mail.Round || !word.Kind.IsFailure() || notice.State != NoticeState.Sent)
        {
            await EventStream.SaveAsync(context, notice.Inspection, cancellation);
            return;
        }

        (notice.State, notice.NextAttempt, notice.LastError) = (NoticeState.Dead, null, word.Because);
        var loaded = (await stream.FindAsync(context, notice.Inspection, cancellation))!;
        await stream.AppendAsync(
            context, notice.Inspection, loaded, [new NoticeUndeliverable(notice.Key, word.Because)], AdvanceStep.By, now, advanced: null, cancellation);
        DeliveryLog.NotDelivered(logger, notice.Key, notice.Inspection, word.Because);
        metrics.Bounced(statutory: NoticeMatrix.IsStatutory(notice.Template));
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
